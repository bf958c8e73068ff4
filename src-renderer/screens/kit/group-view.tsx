import { Skeleton } from '@mantine/core';
import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { countOf } from '@renderer/ui/format/count-of';
import { formatCount } from '@renderer/ui/format/format-count';
import { dateFormat } from '@renderer/ui/format/locale';
import type { OutputOf } from '@shared/contract/operations';
import type { PageRequest } from '@shared/contract/page';
import { entityWords } from '@shared/domain/entity';
import { filterText } from '@shared/domain/filter/filter-text';
import { groupCondition } from '@shared/domain/filter/groups';
import type { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { type FilterField, fieldOf } from './filter/filter-fields';
import { valueWords } from './filter/filter-words';
import type { Conditions } from './filter/use-conditions';
import classes from './group-view.module.css';

interface GroupViewProps {
  readonly query: PageRequest;
  readonly by: string;
  readonly conditions: Conditions;
}

/** How many rows have each value of a field; each value leads to its rows. */
export function GroupView({ query, by, conditions }: GroupViewProps) {
  const { entity } = query;
  const { value, failure } = useFittingAnswer('groups', { query, field: by }, useDataVersion());
  const { many } = entityWords[entity];
  const { field, key } = fieldOf(conditions.fields, entity, by);
  const label = key === '' ? field.label : `${field.label} › ${key.replaceAll('.', ' › ')}`;
  if (failure) return <FailedTable title={t('{label} cannot be counted', { label })} failure={failure} />;
  if (value === undefined) return <Skeleton className={classes.waiting} height={120} />;
  const most = Math.max(1, ...value.groups.map(({ count }) => count));
  const show = (of: JsonValue): void =>
    setParams({
      group: '',
      where: filterText(entity, [...conditions.where, groupCondition(entity, by, of)]),
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key
    <section className={classes.scroll} tabIndex={0} aria-label={t('{many} by {label}', { many, label })}>
      <table className={classes.table}>
        <caption className={classes.caption}>{captionOf(entity, value, label)}</caption>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col" className={classes.count}>
              {many}
            </th>
            <th scope="col">{t('Share')}</th>
          </tr>
        </thead>
        <tbody>
          {value.groups.map(({ value: of, count }) => {
            const words = groupWords(entity, by, field, of);
            return (
              <tr key={JSON.stringify(of)}>
                <th scope="row" className={classes.value}>
                  <button type="button" className={classes.opener} onClick={() => show(of)}>
                    {words}
                  </button>
                </th>
                <td className={classes.count}>{formatCount(count)}</td>
                <td className={classes.share}>
                  <meter className={classes.bar} aria-hidden min={0} max={most} value={count} />
                  <span>{Math.round((count / Math.max(1, value.rows)) * 1_000) / 10} %</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** How many rows in how many groups, and which of these are listed. */
function captionOf(entity: PageRequest['entity'], groups: OutputOf<'groups'>, label: string): string {
  const { total, rowsAreLowerBound, groups: listed } = groups;
  const rows = countOf(groups.rows, entityWords[entity]);
  const all = rowsAreLowerBound
    ? t('More than {rows} in {total, plural, one {# group} other {# groups}} by {label}', {
        rows,
        total,
        label,
      })
    : t('{rows} in {total, plural, one {# group} other {# groups}} by {label}', { rows, total, label });
  return total > listed.length
    ? t('{all}, the first {count, number} of them', { all, count: listed.length })
    : all;
}

/** What rows of a group have in common; of times the month. */
function groupWords(entity: PageRequest['entity'], by: string, field: FilterField, value: JsonValue): string {
  if (field.how === 'flag') return value === true ? t('yes') : t('no');
  if (field.how !== 'time') return valueWords(entity, by, field, value);
  if (value === null) return t('never');
  return dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${String(value)}-01T00:00:00Z`),
  );
}
