import { Radio, Stack } from '@mantine/core';
import { useWholeList } from '@renderer/bridge/use-list';
import { BulkDialog } from '@renderer/screens/kit/bulk-dialog';
import { isLeaving } from '@renderer/screens/kit/drafts-of';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { isElevated } from '@shared/domain/access';
import type { Failure } from '@shared/domain/failure';
import type { Membership, User } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './offboard-dialog.module.css';
import { goingOf, isManaged, type Offboarding, offboardDrafts } from './offboard-drafts';

interface OffboardDialogProps {
  readonly rows: readonly User[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Of so many people the memberships are looked up; of more, one after the other. */
const mostAtOnce = 50;

/** Of these places those without which an organization would have no admin; null while roles or organizations are not there to tell. */
function useAlone(places: readonly Membership[]) {
  const { roles, pending, failure: unread } = useRoles();
  const elevated = new Set(
    roles.filter(({ permissionKeys }) => isElevated(permissionKeys)).map(({ key }) => key),
  );
  const led = places.filter(({ role }) => elevated.has(role));
  const ids = [...new Set(led.map(({ organizationId }) => organizationId))];
  const homes = useWholeList(
    'organization',
    ids.length === 0 ? null : { where: [{ field: 'id', op: 'in', value: ids }] },
  );
  const going = (id: string): number => led.filter(({ organizationId }) => organizationId === id).length;
  // The engine tells no figure where memberships were not all copied.
  const untold = ids.some((id) => homes.extras[id]?.admins === null);
  const known = !pending && !unread && !untold && (ids.length === 0 || homes.rows !== undefined);
  return {
    known: known
      ? led.filter(({ organizationId: id }) => Number(homes.extras[id]?.admins ?? 0) <= going(id))
      : null,
    failure: unread ?? homes.failure ?? (untold ? adminsUntold() : undefined),
  };
}

const adminsUntold = (): Failure => ({
  code: 'incomplete',
  message: t('Who else administers their organizations is not known: memberships were not all copied.'),
  next: t('Sync first.'),
});

function called(people: readonly User[]): string {
  const [only] = people;
  return people.length === 1 && only
    ? only.name
    : t('{count, plural, one {# person} other {# people}}', { count: people.length });
}

/** Ends somebody's access in one step: sessions, memberships, and the account. What they alone administer is named first. */
export function OffboardDialog({ rows, onClose, onDone }: OffboardDialogProps) {
  const [how, setHow] = useState<Offboarding>('ban');
  const people = rows.filter((row) => !isLeaving(row)).slice(0, mostAtOnce);
  const ids = people.map(({ id }) => id);
  const held = useWholeList('membership', { where: [{ field: 'userId', op: 'in', value: ids }] });
  const managed = new Set(people.filter(isManaged).map(({ id }) => id));
  const all = (held.rows ?? []).filter((place) => !isLeaving(place));
  const places = all.filter(({ userId }) => !managed.has(userId));
  const provided = all.length - places.length;
  const { known, failure } = useAlone(places);
  const unread = held.failure ?? failure;
  const alone = known ?? [];
  const pending = !unread && (held.rows === undefined || known === null);
  const drafts =
    held.rows === undefined || known === null ? [] : offboardDrafts({ people, places, alone, how });
  const names = new Map<string, string>([
    ...people.map(({ id, name }) => [id, name] as const),
    ...places.map(({ id, userName }) => [id, userName] as const),
  ]);
  const aloneFirst = alone.map(({ userName, organizationName }) =>
    t('{userName} is the only admin of {organizationName}', { userName, organizationName }),
  );
  const leaving = places.filter((place) => !alone.includes(place));
  return (
    <BulkDialog
      title={t('Offboard {who}?', { who: called(people) })}
      verb={
        pending
          ? t('Looking at their memberships…')
          : drafts.length === 0
            ? t('Nothing to stage')
            : t('Stage {count, plural, one {# change} other {# changes}}', { count: drafts.length })
      }
      destructive
      affected={[
        ...aloneFirst,
        ...leaving.map(
          ({ userName, organizationName, roleName }) => `${userName}: ${organizationName} (${roleName})`,
        ),
      ]}
      drafts={drafts}
      names={drafts.map(({ recordId }) => names.get(recordId ?? '') ?? '')}
      done={() => t('Staged. Offboarding of {who}', { who: called(goingOf({ people, how })) })}
      onClose={onClose}
      onDone={onDone}
    >
      <Radio.Group value={how} onChange={(value) => setHow(value === 'delete' ? 'delete' : 'ban')}>
        <Stack gap={6}>
          <Radio
            value="ban"
            label={t(
              'Sign out, remove from organizations, and ban. The account stays, and the ban can be lifted.',
            )}
          />
          <Radio value="delete" label={t('Delete the account with all of it. It cannot be taken back.')} />
        </Stack>
      </Radio.Group>
      <div className={classes.notes}>
        {alone.length > 0 && (
          <p>
            {how === 'ban'
              ? t(
                  '{count, plural, one {# membership stays: without it} other {# memberships stay: without them}} an organization would have no admin. Make somebody else an admin there first.',
                  { count: alone.length },
                )
              : t(
                  '{count, plural, one {# organization} other {# organizations}} would be left without an admin.',
                  { count: alone.length },
                )}
          </p>
        )}
        {how === 'ban' && provided > 0 && (
          <p>
            {t(
              '{count, plural, one {# membership stays: a directory gives it, and takes it.} other {# memberships stay: a directory gives them, and takes them.}}',
              { count: provided },
            )}
          </p>
        )}
        {how === 'delete' && managed.size > 0 && (
          <p>
            {t(
              '{count, plural, one {# person is} other {# people are}} managed by a directory, which would bring them back: delete them there.',
              { count: managed.size },
            )}
          </p>
        )}
        {rows.length > mostAtOnce && (
          <p>{t('The first {mostAtOnce, number} of them: offboard the others after.', { mostAtOnce })}</p>
        )}
        {unread && <InlineFailure failure={unread} />}
      </div>
    </BulkDialog>
  );
}
