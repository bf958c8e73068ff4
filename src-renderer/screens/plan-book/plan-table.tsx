import { Button } from '@mantine/core';
import { dayWords } from '@renderer/ui/format/day';
import { useNow } from '@renderer/ui/marks/use-now';
import type { EntryOf } from '@shared/domain/books/books';
import { chainOf, type LimitName, limitNames } from '@shared/domain/books/customer-plan';
import { limitWords } from '@shared/domain/limits/usage';
import { t } from '@shared/language/t';
import { Pencil, Trash2 } from 'lucide-react';
import { valueText } from './limit-text';
import type { Plan } from './plan-dialog';
import classes from './plan-table.module.css';

interface PlanTableProps {
  readonly plans: readonly Plan[];
  readonly subscriptions: readonly EntryOf<'customerSubscription'>[];
  readonly onEdit: (plan: Plan) => void;
  readonly onRemove: (plan: Plan) => void;
}

/** Limits by plans: what is a plan's own is plain, what it inherits is quiet, promotions stand under it with their time. */
export function PlanTable({ plans, subscriptions, onEdit, onRemove }: PlanTableProps) {
  const values = new Map(plans.map(({ id, value }) => [id, value]));
  return (
    <div className={classes.scroller}>
      <table className={classes.table} aria-label={t('Limits by plan')}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('Limit')}
            </th>
            {plans.map((plan) => (
              <th key={plan.id} scope="col" className={classes.head}>
                <span className={classes.name}>{plan.value.name}</span>
                <span className={classes.aside}>
                  {t('{count, plural, one {# customer} other {# customers}}', {
                    count: subscriptions.filter(({ value }) => value.plan === plan.id).length,
                  })}
                  {plan.value.inherits !== '' &&
                    `, ${t('inherits {name}', {
                      name: values.get(plan.value.inherits)?.name ?? plan.value.inherits,
                    })}`}
                </span>
                <span className={classes.actions}>
                  <Button
                    variant="default"
                    size="compact-xs"
                    leftSection={<Pencil size={12} aria-hidden />}
                    aria-label={t('Edit {name}', { name: plan.value.name })}
                    onClick={() => onEdit(plan)}
                  >
                    {t('Edit')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-xs"
                    leftSection={<Trash2 size={12} aria-hidden />}
                    aria-label={t('Remove {name}', { name: plan.value.name })}
                    onClick={() => onRemove(plan)}
                  >
                    {t('Remove')}
                  </Button>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {limitNames.map((limit) => (
            <tr key={limit}>
              <th scope="row" className={classes.limit}>
                {limitWords[limit].label}
              </th>
              {plans.map((plan) => (
                <td key={plan.id} className={classes.cell}>
                  <PlanValue plan={plan} values={values} limit={limit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PlanValueProps {
  readonly plan: Plan;
  readonly values: ReadonlyMap<string, Plan['value']>;
  readonly limit: LimitName;
}

function PlanValue({ plan, values, limit }: PlanValueProps) {
  const now = useNow(60_000);
  const own = plan.value.limits[limit];
  const from = chainOf(values, plan.id).find((id) => values.get(id)?.limits[limit] !== undefined);
  const inherited = from === undefined ? undefined : values.get(from);
  return (
    <>
      {own !== undefined ? (
        <span className={classes.own}>{valueText(own)}</span>
      ) : inherited === undefined ? (
        <span className={classes.quiet}>–</span>
      ) : (
        <span className={classes.quiet}>
          {t('{value} from {plan}', {
            value: valueText(inherited.limits[limit] ?? null),
            plan: inherited.name,
          })}
        </span>
      )}
      {plan.value.promotions
        .filter((each) => each.limit === limit)
        .map(({ value, from: begins, until, note }) => (
          <span
            key={`${begins} ${until}`}
            className={classes.promotion}
            data-over={until <= now || undefined}
          >
            {note || t('Promotion')}: {valueText(value)},{' '}
            {until <= now
              ? t('{from} to {until} (over)', { from: dayWords(begins), until: dayWords(until) })
              : t('{from} to {until}', { from: dayWords(begins), until: dayWords(until) })}
          </span>
        ))}
    </>
  );
}
