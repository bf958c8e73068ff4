import { Skeleton } from '@mantine/core';
import { useCounts } from '@renderer/bridge/use-counts';
import { useFacets } from '@renderer/bridge/use-facets';
import { activeWithin, activities } from '@renderer/screens/people/activity';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useScopedCounts } from '@renderer/state/scoped-counts';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { go } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { useWorkspace } from '@renderer/state/use-session';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { useNow } from '@renderer/ui/marks/use-now';
import { t } from '@shared/language/t';
import { useDeferredValue } from 'react';
import { AccessFigures } from './access-figures';
import { ChangedPanel } from './changed-panel';
import { EndsPanel } from './ends-panel';
import { FirstSync } from './first-sync';
import { FleetOverview } from './fleet-overview';
import { FreshnessPanel } from './freshness-panel';
import { LonelyAdmins } from './lonely-admins';
import { NearLimit } from './near-limit';
import { NeedsPanel } from './needs-panel';
import { NewestPeople } from './newest-people';
import { OverviewCounts } from './overview-counts';
import classes from './overview-screen.module.css';
import { StagedChanges } from './staged-changes';
import { SubscriptionsByPlan } from './subscriptions-by-plan';
import { TrendPanels } from './trend-panels';
import { useOverview } from './use-overview';

/** How fresh, how many, what needs a look, what is staged. */
export function OverviewScreen() {
  const status = useStatus();
  const version = useDataVersion();
  const overview = useOverview();
  const scenario = useWorkspace()?.scenario;
  const withOrganizations = scenario !== 'b2c';
  const first = status !== undefined && status.freshness.asOf === 0;
  // While the first copy is on its way, "none" would be a claim about what is not here yet.
  const known = status !== undefined && !first;
  // The frame, its links and the counts come first: whoever goes on at once waits for no panel.
  const withPanels = useDeferredValue(status !== undefined, false);
  if (scenario === 'platforms') {
    return (
      <ScrollBody label={t('Overview')}>
        <FleetOverview first={first} overview={overview} />
      </ScrollBody>
    );
  }
  return (
    <ScrollBody label={t('Overview')}>
      <OverviewCounts withOrganizations={withOrganizations} known={known} />
      {first && <FirstSync collections={status.collections} freshness={status.freshness} />}
      {withPanels && (
        <div className={classes.panels}>
          <NeedsPanel overview={overview} known={known} />
          <StagedChanges />
          <EndsPanel overview={overview} />
          <ChangedPanel overview={overview} />
          {withOrganizations && <NearLimit known={known} />}
          {withOrganizations && <LonelyAdmins known={known} version={version} />}
          {withOrganizations && <RoleDistribution version={version} />}
          {!first && <LastActive version={version} />}
          {!first && <AccessFigures version={version} />}
          <TrendPanels overview={overview} />
          <SubscriptionsByPlan version={version} />
          {!withOrganizations && <NewestPeople known={known} />}
          <FreshnessPanel />
        </div>
      )}
    </ScrollBody>
  );
}

/** People by when they were last active; a bar leads to them. */
function LastActive({ version }: { readonly version: string }) {
  const now = useNow(3_600_000);
  const scoped = useScoped();
  const counts = useCounts(
    activities.map(({ value }) => ({ entity: 'user', where: [...activeWithin(value)], ...scoped })),
    `${version} ${now}`,
  );
  const known = counts.length > 0;
  const bars = activities.map(({ value, label }, place) => ({ id: value, label, value: counts[place] ?? 0 }));
  return (
    <Panel title={t('People by last activity')}>
      {!known && <Skeleton height={8} width="70%" mt={10} />}
      {known && (
        <BarList
          label={t('People by last activity')}
          bars={bars}
          onOpen={(active) => go('people', { params: { active } })}
        />
      )}
    </Panel>
  );
}

/** How many memberships have each role; a bar leads to them. */
function RoleDistribution({ version }: { readonly version: string }) {
  const { names } = useRoles();
  const memberships = useScopedCounts(['membership'])('membership');
  const facets = useFacets({ entity: 'membership', ...useScoped() }, 'role', version);
  const bars = facets
    .map(({ value, count }) => ({
      id: String(value),
      label: names.get(String(value)) ?? String(value),
      value: count,
    }))
    .sort((a, b) => b.value - a.value);
  return (
    <Panel title={t('Memberships by role')}>
      {bars.length === 0 &&
        (memberships === 0 ? (
          <NoneOf entity="membership">{t('No memberships yet.')}</NoneOf>
        ) : (
          <Skeleton height={8} width="70%" mt={10} />
        ))}
      <BarList
        label={t('Memberships by role')}
        bars={bars}
        onOpen={(role) => go('memberships', { params: { role } })}
      />
    </Panel>
  );
}
