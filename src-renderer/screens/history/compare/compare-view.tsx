import { Skeleton } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import type { Failure } from '@shared/contract/failure';
import type { Comparison } from '@shared/contract/history';
import { t } from '@shared/language/t';
import { useEffect, useState } from 'react';
import { AdminChanges } from './admin-changes';
import classes from './compare.module.css';
import { MomentField } from './moment-field';
import { MomentPresets } from './moment-presets';
import { defaultMoment, presets } from './moments';
import { NetChanges } from './net-changes';

interface ComparisonState {
  readonly comparison: Comparison | undefined;
  readonly failure: Failure | undefined;
}

/** Changes looked at; the totals count all of them. */
const comparedChanges = 200;

/** What changed between two moments; again when data has changed. `organizationId`: '' for all. */
function useComparison(from: number, to: number, organizationId: string): ComparisonState {
  const version = useDataVersion();
  const [state, setState] = useState<ComparisonState>({ comparison: undefined, failure: undefined });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    const scope = organizationId === '' ? {} : { organizationId };
    void engine.call('compare', { from, to, ...scope, limit: comparedChanges }).then((result) => {
      if (ended) return;
      setState(
        result.ok
          ? { comparison: result.value, failure: undefined }
          : { comparison: undefined, failure: result.error },
      );
    });
    return () => {
      ended = true;
    };
  }, [from, to, organizationId, version]);
  return state;
}

interface CompareViewProps {
  readonly params: Readonly<Record<string, string>>;
  /** Since when moments are known, and now; ms. */
  readonly range: { readonly from: number; readonly to: number };
}

/** Two moments side by side: who gained admin since Monday, what differs since the first copy. */
export function CompareView({ params, range }: CompareViewProps) {
  const { names } = useRoles();
  const from = Number(params.from) || defaultMoment(range.from, range.to);
  const to = Number(params.to) || range.to;
  const { comparison, failure } = useComparison(from, Math.max(from, to), params.org ?? '');
  return (
    <>
      <Toolbar label={t('Moments to compare')}>
        <MomentField
          label={t('From')}
          at={from}
          range={range}
          onChange={(at) => setParams({ from: String(at) })}
        />
        <span>{t('to')}</span>
        <MomentField label={t('To')} at={to} range={range} onChange={(at) => setParams({ to: String(at) })} />
        <MomentPresets
          presets={presets(range.from, range.to)}
          at={params.to ? undefined : from}
          onChoose={(at) => setParams({ from: String(at), to: '' })}
        />
      </Toolbar>
      {failure ? (
        <FailedTable title={t('These moments cannot be compared')} failure={failure} />
      ) : comparison ? (
        <ScrollBody label={t('Comparison')}>
          <div className={classes.page}>
            <AdminChanges comparison={comparison} roleNames={names} />
            <NetChanges comparison={comparison} roleNames={names} />
          </div>
        </ScrollBody>
      ) : (
        <Skeleton m={16} height={10} width="45%" />
      )}
    </>
  );
}
