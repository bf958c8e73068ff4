import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { useWorkspace } from '@renderer/state/use-session';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { AccessFigures } from './access-figures';
import { FirstSync } from './first-sync';
import { FleetOverview } from './fleet-overview';
import { LastActive } from './last-active';
import { LonelyAdmins } from './lonely-admins';
import { NearLimit } from './near-limit';
import { OverviewCounts } from './overview-counts';
import classes from './overview-screen.module.css';
import { RoleDistribution } from './role-distribution';
import { StagedChanges } from './staged-changes';

/** How fresh, how many, what needs a look, what is staged. */
export function OverviewScreen() {
  const status = useStatus();
  const version = useDataVersion();
  const scenario = useWorkspace()?.scenario;
  const withOrganizations = scenario !== 'b2c';
  const first = status !== undefined && status.freshness.asOf === 0;
  // While the first copy is on its way, "none" would be a claim about what is not here yet.
  const known = status !== undefined && !first;
  if (scenario === 'platforms') {
    return (
      <ScrollBody label="Overview">
        <FleetOverview first={first} />
      </ScrollBody>
    );
  }
  return (
    <ScrollBody label="Overview">
      <OverviewCounts withOrganizations={withOrganizations} />
      {first && <FirstSync collections={status.collections} freshness={status.freshness} />}
      <div className={classes.panels}>
        {withOrganizations && <NearLimit known={known} />}
        <StagedChanges />
        {withOrganizations && <LonelyAdmins known={known} version={version} />}
        {withOrganizations && <RoleDistribution version={version} />}
        {!first && <LastActive version={version} />}
        {!first && <AccessFigures version={version} />}
      </div>
    </ScrollBody>
  );
}
