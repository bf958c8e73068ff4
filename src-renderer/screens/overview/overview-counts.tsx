import { useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { plural } from '@renderer/ui/format/plural';
import { StatRow } from '@renderer/ui/layout/stat-row';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { Freshness } from '@shared/contract/status';
import { CountStat } from './count-stat';

/** How many of everything, and how old the figures are. */
export function OverviewCounts({ withOrganizations }: { readonly withOrganizations: boolean }) {
  const status = useStatus();
  const counts = status?.counts;
  const asOf = status?.freshness.asOf ?? 0;
  const fresh =
    asOf === 0 ? (
      firstSync(status?.freshness.kind)
    ) : (
      <span>
        copied <RelativeTime at={asOf} ago />
      </span>
    );
  return (
    <StatRow label="Counts">
      {withOrganizations && (
        <CountStat entity="organization" note={fresh} onClick={() => go('organizations', { params: {} })} />
      )}
      <CountStat entity="user" note={fresh} onClick={() => go('people', { params: {} })} />
      {withOrganizations && (
        <>
          <CountStat
            entity="membership"
            note={counts && `in ${plural(counts.organization ?? 0, 'organization')}`}
            onClick={() => go('memberships', { params: {} })}
          />
          <CountStat entity="invitation" note="pending and past" />
          <CountStat
            entity="role"
            note={counts && plural(counts.permission ?? 0, 'permission')}
            onClick={() => go('roles', { params: {} })}
          />
        </>
      )}
    </StatRow>
  );
}

/** What becomes of the first copy, while there is none. */
function firstSync(kind: Freshness['kind'] | undefined): string {
  switch (kind) {
    case 'syncing':
      return 'first sync running';
    case 'key-refused':
      return 'first sync: key refused';
    case 'offline':
      return 'first sync: offline';
    case 'paused':
      return 'first sync paused';
    case 'failed':
      return 'first sync stopped';
    default:
      return 'not copied yet';
  }
}
