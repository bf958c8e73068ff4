import type { FleetRequest } from '@renderer/bridge/use-fleet';
import { settingText } from '@renderer/screens/applications/setting-text';
import { FilterParam } from '@renderer/screens/shared/param-filters';
import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import type { FleetSummary } from '@shared/contract/fleet';
import type { EntryOf } from '@shared/domain/books/books';
import { configField } from '@shared/domain/config-field';
import { Verdict } from '@shared/domain/fleet/verdict';
import { JsonValue } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { verdictLooks } from './verdict-mark';

type Params = Readonly<Record<string, string>>;

const all = { value: '', label: t('All') };
const sorts = [
  { value: 'name', label: t('Name'), sort: { field: 'name', direction: 'asc' } },
  { value: 'worst', label: t('Lowest score first'), sort: { field: 'score', direction: 'asc' } },
  { value: 'best', label: t('Highest score first'), sort: { field: 'score', direction: 'desc' } },
] as const;

/** What the route asks for. */
export function fleetQuery(params: Params): FleetRequest {
  const verdict = Verdict.safeParse(params.verdict);
  const value = params.path ? heldValue(params.value) : undefined;
  return {
    text: params.text ?? '',
    group: params.group ?? '',
    path: params.path ?? '',
    verdicts: params.verdict === 'drift' ? ['differs', 'expired'] : verdict.success ? [verdict.data] : [],
    sort: (sorts.find(({ value: name }) => name === params.sort) ?? sorts[0]).sort,
    ...(value !== undefined && { value }),
  };
}

function heldValue(text: string | undefined): JsonValue | undefined {
  try {
    return JsonValue.parse(JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

interface FleetFiltersProps {
  readonly params: Params;
  readonly groups: readonly EntryOf<'applicationGroup'>[];
  readonly paths: readonly string[];
  readonly summary: FleetSummary | undefined;
}

/** By verdict, by setting and what it holds, by group; and the order. */
export function FleetFilters({ params, groups, paths, summary }: FleetFiltersProps) {
  const held = summary?.settings.find(({ path }) => path === params.path)?.values ?? [];
  const verdicts = Verdict.options.map((value) => ({ value, label: verdictLooks[value].word }));
  return (
    <>
      <FilterParam
        label={t('Verdict')}
        param="verdict"
        params={params}
        options={[all, { value: 'drift', label: t('Drift: differs or expired') }, ...verdicts]}
      />
      <FilterMenu
        label={t('Setting')}
        value={params.path ?? ''}
        options={[all, ...paths.map((path) => ({ value: path, label: configField(path)?.label ?? path }))]}
        onChange={(path) => setParams({ path, value: '' })}
      />
      {params.path && held.length > 0 && (
        <FilterParam
          label={t('Value')}
          param="value"
          params={params}
          options={[
            all,
            ...held.map(({ value, count }) => ({
              value: JSON.stringify(value),
              label: settingText(params.path ?? '', value),
              count,
            })),
          ]}
        />
      )}
      {groups.length > 0 && (
        <FilterParam
          label={t('Group')}
          param="group"
          params={params}
          options={[all, ...groups.map(({ id, value }) => ({ value: id, label: value.name }))]}
        />
      )}
      <FilterMenu
        label={t('Order')}
        value={params.sort ?? ''}
        options={sorts.map(({ value, label }) => ({ value: value === 'name' ? '' : value, label }))}
        onChange={(sort) => setParams({ sort })}
      />
    </>
  );
}
