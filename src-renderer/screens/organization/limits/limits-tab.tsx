import { useFacets } from '@renderer/bridge/use-facets';
import { kindText } from '@renderer/fields/field-text';
import { limitChain, limitSourceText, otherLimit, stagedNote } from '@renderer/screens/shared/limit-source';
import { RecordField } from '@renderer/screens/shared/record-field';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { formatCount } from '@renderer/ui/format/format-count';
import { BarList } from '@renderer/ui/layout/bar-list';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Panel } from '@renderer/ui/layout/panel';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { TriangleAlert } from 'lucide-react';
import classes from './limits-tab.module.css';
import { SeatsMeter } from './seats-meter';

interface LimitsTabProps {
  readonly record: Organization;
  readonly extras: JsonObject;
  readonly openIntents: readonly Intent[];
}

/** Seats taken, held by invitations and free; the limit is edited here. */
export function LimitsTab({ record, extras, openIntents }: LimitsTabProps) {
  const { roles, names } = useRoles();
  const version = useDataVersion();
  const facets = useFacets(
    { entity: 'membership', where: [{ field: 'organizationId', op: 'eq', value: record.id }] },
    'role',
    version,
  );
  const figure = (name: string): number | null => {
    const value = extras[name];
    return typeof value === 'number' ? value : null;
  };
  const other = otherLimit(record);
  const members = figure('members') ?? record.membersCount;
  return (
    <ScrollBody label={t('Limits')}>
      <div className={classes.columns}>
        <Panel title={t('Seats')} note={t('members and pending invitations take one each')}>
          <SeatsMeter members={members} invited={figure('invited')} limit={record.maxAllowedMemberships} />
          <RecordField
            entity="organization"
            record={record}
            openIntents={openIntents}
            field="maxAllowedMemberships"
            hint={t('A whole number. Empty means no limit. It cannot be below the members there are.')}
          />
          <dl>
            <FieldRow label={t('Limit from')}>{limitSourceText(record, extras)}</FieldRow>
            <FieldRow label={t('Otherwise')}>{limitChain(extras) || '–'}</FieldRow>
          </dl>
          {other !== null && (
            <p className={classes.note}>
              {t(
                'By its plan it may have {seats}. The service refuses members by the organization’s own number, which is what new ones get: set it here to give it what it pays for.',
                { seats: kindText('seats', other).toLowerCase() },
              )}
            </p>
          )}
        </Panel>
        <Panel title={t('Set by the instance')} note={t('for all organizations alike')}>
          <dl>
            <FieldRow label={t('Domains')}>
              {usedOf(figure('domains'), figure('domainsLimit'))}
              {stagedNote(extras, 'max_allowed_domains')}
            </FieldRow>
            <FieldRow label={t('Roles')}>
              {usedOf(roles.length, figure('rolesLimit'))}
              {stagedNote(extras, 'max_allowed_roles')}
            </FieldRow>
          </dl>
        </Panel>
        <Panel title={t('Members by role')}>
          <BarList
            label={t('Members by role')}
            bars={facets
              .map(({ value, count }) => ({
                id: String(value),
                label: names.get(String(value)) ?? String(value),
                value: count,
              }))
              .sort((a, b) => b.value - a.value)}
            onOpen={(role) => setParams({ tab: 'members', role })}
          />
          <AdminsNote admins={figure('admins')} members={members} />
        </Panel>
      </div>
    </ScrollBody>
  );
}

/** `2 of 10`, as far as both are known. */
function usedOf(used: number | null, limit: number | null): string {
  const count = used === null ? t('not known') : formatCount(used);
  return limit === null ? count : t('{count} of {limit, number}', { count, limit });
}

interface AdminsNoteProps {
  /** Null: not known. */
  readonly admins: number | null;
  readonly members: number;
}

/** How many could step in; one or none is a risk, and says so. */
function AdminsNote({ admins, members }: AdminsNoteProps) {
  if (members === 0) return <p className={classes.note}>{t('No members yet.')}</p>;
  if (admins === null) return <p className={classes.note}>{t('Who may manage memberships is not known.')}</p>;
  if (admins > 1)
    return (
      <p className={classes.note}>
        {t('{count, plural, one {# member} other {# members}} may manage memberships.', { count: admins })}
      </p>
    );
  return (
    <p className={classes.risk}>
      <TriangleAlert size={13} aria-hidden />
      {admins === 1
        ? t('Only one member may manage memberships. Should they leave, nobody here can let others in.')
        : t('No member may manage memberships: nobody here can let others in.')}
    </p>
  );
}
