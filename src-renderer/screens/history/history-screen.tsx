import { Button, SegmentedControl } from '@mantine/core';
import { useOperation } from '@renderer/bridge/use-operation';
import { ScopeChip } from '@renderer/screens/memberships/scope-chip';
import { useQuery } from '@renderer/screens/shared/use-query';
import { go, setParams, useRoute } from '@renderer/state/use-route';
import { narrowTo, useScope } from '@renderer/state/use-scope';
import { useWorkspace } from '@renderer/state/use-session';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { useNow } from '@renderer/ui/marks/use-now';
import type { ChainReport } from '@shared/contract/history';
import { t } from '@shared/language/t';
import { History, Link2, SearchX, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import classes from './chain-check.module.css';
import { ExportHistory } from './export-history';
import { HistoryFeed } from './history-feed';
import { historyRequest } from './history-filters';
import { HistoryToolbar } from './history-toolbar';
import { PastView } from './past-view';
import { RunsView } from './runs/runs-view';
import { useHistory } from './use-history';

const views = [
  { value: 'feed', label: t('Changes') },
  { value: 'compare', label: t('Compare') },
  { value: 'as-of', label: t('As of') },
  { value: 'runs', label: t('Runs') },
];

/** Everything that was seen to change, here and on the service; nothing in it is ever rewritten. */
export function HistoryScreen() {
  const params = useRoute(({ route }) => route.params);
  const scope = useScope();
  // What was asked for by name comes first: a person or a role is in no organization.
  const named = params.org ?? params.record ?? params.person;
  const narrowed = scope === null || named !== undefined ? params : { ...params, org: scope };
  const withOrganizations = useWorkspace()?.scenario === 'b2b';
  const view =
    params.view === 'compare' || params.view === 'as-of' || params.view === 'runs' ? params.view : 'feed';
  return (
    <ScreenLayout>
      {withOrganizations && <ScopeChip organizationId={params.org ?? null} />}
      <HeaderSlot place="actions">
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label={t('View of history')}
          data={views}
          value={view}
          onChange={(next) => setParams({ view: next === 'feed' ? '' : next, text: '', entity: '' })}
        />
      </HeaderSlot>
      {view === 'runs' ? (
        <RunsView />
      ) : view === 'feed' ? (
        <FeedView params={params} narrowed={narrowed} />
      ) : (
        <PastView params={narrowed} view={view} />
      )}
    </ScreenLayout>
  );
}

/** Every change that was seen, newest first. */
function FeedView({ params, narrowed }: Record<'params' | 'narrowed', Readonly<Record<string, string>>>) {
  const query = useQuery(historyRequest(narrowed, useNow(60_000)));
  const history = useHistory(query);
  const filtered = Object.keys(params).length > 0;
  const scoped = narrowed !== params;
  return (
    <>
      <HistoryToolbar
        params={params}
        history={history}
        end={
          <>
            <ChainCheck />
            <ExportHistory query={query} loaded={history.read?.entries.length} />
          </>
        }
      />
      <HistoryFeed
        label={t('History')}
        history={history}
        empty={
          filtered ? (
            <EmptyState
              icon={SearchX}
              title={t('No change matches')}
              text={t('Nothing that was seen fits all filters and the text together.')}
              actions={<Button onClick={() => go('history', { params: {} })}>{t('Clear filters')}</Button>}
            />
          ) : scoped ? (
            <EmptyState
              icon={SearchX}
              title={t('Nothing has changed in it yet')}
              text={t('No change was seen in the organization that the window is narrowed to.')}
              actions={<Button onClick={() => narrowTo(null)}>{t('Show all organizations')}</Button>}
            />
          ) : (
            <EmptyState
              icon={History}
              title={t('Nothing has changed yet')}
              text={t(
                'From the first sync on, every change made on the service and every change applied from here is kept, field by field. The next sync, or your next reconcile, writes the first entry.',
              )}
            />
          )
        }
      />
    </>
  );
}

/** Proves on demand that no entry was changed or taken out since it was written. */
function ChainCheck() {
  const verify = useOperation('verifyHistory');
  const [report, setReport] = useState<ChainReport | null>(null);
  const check = async (): Promise<void> => {
    const result = await verify.run({});
    setReport(result.ok ? result.value : null);
  };
  return (
    <>
      <span className={classes.report} role="status">
        {report && <Verdict report={report} />}
        {verify.failure && <InlineFailure failure={verify.failure} />}
      </span>
      <Button
        variant="default"
        loading={verify.busy}
        leftSection={<Link2 size={13} aria-hidden />}
        onClick={() => void check()}
      >
        {t('Check the chain')}
      </Button>
    </>
  );
}

function Verdict({ report: { checked, fault } }: { readonly report: ChainReport }) {
  const Icon = fault === null ? ShieldCheck : ShieldAlert;
  return (
    <span className={classes.verdict} data-fault={fault !== null || undefined} title={fault?.message}>
      <Icon size={13} aria-hidden />
      {fault === null
        ? t('{checked, plural, one {# entry} other {# entries}} checked: none changed, none missing', {
            checked,
          })
        : fault.kind === 'changed'
          ? t('No. {seq, number} was changed: {message}', fault)
          : t('No. {seq, number} lacks a neighbour: {message}', fault)}
    </span>
  );
}
