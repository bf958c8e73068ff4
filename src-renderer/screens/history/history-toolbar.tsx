import { Button, TextInput } from '@mantine/core';
import { FilterParam, SearchParam } from '@renderer/screens/shared/param-filters';
import { useEntities } from '@renderer/state/use-entities';
import { setParams } from '@renderer/state/use-route';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { t } from '@shared/language/t';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayOptions } from './history-days';
import { entityOptions, sourceOptions } from './history-filters';
import type { History } from './use-history';

interface HistoryToolbarProps {
  readonly params: Readonly<Record<string, string>>;
  readonly history: History;
  /** After the count. */
  readonly end?: ReactNode;
}

/** Filters of the feed, and how much of it is loaded. */
export function HistoryToolbar({ params, history, end }: HistoryToolbarProps) {
  const { read } = history;
  const count = Object.values(read?.folded ?? {}).reduce(
    (sum, seqs) => sum + seqs.length,
    read?.entries.length ?? 0,
  );
  const entities = useEntities();
  return (
    <Toolbar
      label={t('Filters of history')}
      end={
        <>
          <span role="status">{read && countText(count, read.next === null)}</span>
          {end}
        </>
      }
    >
      <SearchParam label={t('Filter history')} params={params} />
      <FilterParam label={t('Kind')} param="entity" params={params} options={entityOptions(entities)} />
      <FilterParam label={t('Source')} param="source" params={params} options={sourceOptions} />
      <FilterParam
        label={t('When')}
        param="when"
        params={params}
        options={dayOptions.filter(({ value }) => value !== 'run' || params.when === value)}
      />
      {params.when === 'days' && (
        <>
          <DayParam label={t('First day')} param="first" params={params} />
          <DayParam label={t('Last day')} param="last" params={params} />
        </>
      )}
      {params.person && (
        <Button
          variant="light"
          rightSection={<X size={12} aria-hidden />}
          title={t('With their memberships, their invitations and the roles they hold')}
          onClick={() => setParams({ person: '' })}
        >
          {t('One person only')}
        </Button>
      )}
      {params.record && (
        <Button
          variant="light"
          rightSection={<X size={12} aria-hidden />}
          onClick={() => setParams({ record: '' })}
        >
          {t('One record only')}
        </Button>
      )}
    </Toolbar>
  );
}

function countText(count: number, isAll: boolean): string {
  if (isAll) return t('{count, plural, one {# change} other {# changes}}', { count });
  return count === 0
    ? t('none so far')
    : t('latest {count, plural, one {# change} other {# changes}}', { count });
}

interface DayParamProps {
  readonly label: string;
  readonly param: 'first' | 'last';
  readonly params: Readonly<Record<string, string>>;
}

/** A day of the machine's own time; left empty, that end is open. */
function DayParam({ label, param, params }: DayParamProps) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      w={140}
      value={params[param] ?? ''}
      onChange={(event) => setParams({ [param]: event.currentTarget.value })}
    />
  );
}
