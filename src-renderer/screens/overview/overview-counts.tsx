import { useCounts } from '@renderer/bridge/use-counts';
import { useList } from '@renderer/bridge/use-list';
import { useUnlisted } from '@renderer/state/left-out-context';
import { useKnownCount } from '@renderer/state/none-known';
import { useScopedCounts } from '@renderer/state/scoped-counts';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { go } from '@renderer/state/use-route';
import { useScope } from '@renderer/state/use-scope';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import { ScreenName } from '@shared/contract/screens';
import type { Freshness } from '@shared/contract/status';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { t } from '@shared/language/t';
import { CountStat } from './count-stat';
import { FindingsStat } from './findings-stat';
import { noOrganization } from './overview-places';

interface OverviewCountsProps {
  readonly withOrganizations: boolean;
  /** False until the first copy is complete. */
  readonly known: boolean;
}

/** How many of everything, and how old the figures are. */
export function OverviewCounts({ withOrganizations, known }: OverviewCountsProps) {
  const status = useStatus();
  const knownCount = useKnownCount();
  const organizations = knownCount('organization', useScopedCounts(['organization'])('organization'));
  const permissions = knownCount('permission', status?.counts.permission ?? 0);
  const asOf = status?.freshness.asOf ?? 0;
  const fresh =
    asOf === 0 ? (
      firstSync(status?.freshness.kind)
    ) : (
      <span>{rich('copied {ago}', { ago: <RelativeTime at={asOf} ago /> })}</span>
    );
  return (
    <StatRow label={t('Counts')}>
      {withOrganizations && (
        <CountStat entity="organization" note={fresh} onClick={() => go('organizations', { params: {} })} />
      )}
      <CountStat entity="user" note={fresh} onClick={() => go('people', { params: {} })} />
      {withOrganizations && <PersonalAccounts known={known} />}
      {withOrganizations && (
        <>
          <CountStat
            entity="membership"
            note={
              organizations !== undefined &&
              t('in {organizations, plural, one {# organization} other {# organizations}}', { organizations })
            }
            onClick={() => go('memberships', { params: {} })}
          />
          <CountStat entity="invitation" note={t('pending and past')} />
          <CountStat
            entity="role"
            note={
              permissions !== undefined &&
              t('{count, plural, one {# permission} other {# permissions}}', { count: permissions })
            }
            onClick={() => go('roles', { params: {} })}
          />
        </>
      )}
      {!withOrganizations &&
        signUp.map((entity) => <CountStat key={entity} entity={entity} onClick={() => openHome(entity)} />)}
      <FindingsStat />
    </StatRow>
  );
}

/** Who may come, where nobody comes by an organization. */
const signUp = ['instanceInvitation', 'waitlistEntry', 'enterpriseConnection', 'subscriptionItem'] as const;

function openHome(entity: EntityName): void {
  const { screen, tab } = modelOf(entity).home;
  go(ScreenName.parse(screen), { params: tab === undefined ? {} : { tab } });
}

/** People in no organization, counted over the copy; none of them is in the scope of one. */
function PersonalAccounts({ known }: Pick<OverviewCountsProps, 'known'>) {
  const scope = useScope();
  // Without memberships everybody would be in no organization.
  const unlisted = useUnlisted('membership') !== null;
  const asked = known && !unlisted && scope === null;
  const [count] = useCounts(asked ? [noOrganization.counted] : [], useDataVersion());
  const required = useMembershipRequired();
  if (scope !== null) return null;
  if (!asked)
    return (
      <Stat
        label={t('In no organization')}
        value={undefined}
        note={unlisted ? t('memberships are not listed by the service') : t('once memberships are copied')}
      />
    );
  return (
    <Stat
      label={t('In no organization')}
      value={count}
      note={
        required === null
          ? t('personal accounts')
          : required
            ? t('although membership is required')
            : t('membership is optional')
      }
      onClick={() => go(noOrganization.place.screen, { params: noOrganization.place.params })}
    />
  );
}

/**
 * Whether everybody must be in an organization. Null where that is not told: the Backend API has no such setting (spec:
 * `OrganizationSettings`), and a config shows it only with a Platform token, under a key that no schema promises.
 */
function useMembershipRequired(): boolean | null {
  const { rows } = useList('application', { limit: 1 });
  const told = rows?.[0] && readField(rows[0], 'config.organization_settings.force_organization_selection');
  return typeof told === 'boolean' ? told : null;
}

/** What becomes of the first copy, while there is none. */
function firstSync(kind: Freshness['kind'] | undefined): string {
  switch (kind) {
    case 'syncing':
      return t('first sync running');
    case 'key-refused':
      return t('first sync: key refused');
    case 'offline':
      return t('first sync: offline');
    case 'paused':
      return t('first sync paused');
    case 'failed':
      return t('first sync stopped');
    default:
      return t('not copied yet');
  }
}
