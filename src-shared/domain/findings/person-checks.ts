import { dayMs } from '../utc-day';
import { type Check, hitOf, seen, seenAt } from './check';
import type { Holder } from './finding-facts';

const needs = ['organizations', 'list.user', 'list.membership', 'list.role'] as const;
const idleDays = 90;

/** A membership that is hit, with the value of its person that hits it. */
const member = (
  { member: held, person }: Holder,
  label: string,
  value: boolean,
  fix: { verb: 'delete' } | null,
) =>
  hitOf('membership', held, {
    fix,
    evidence: [seen(label, value), seen('Role', held.row.roleName || held.row.role)],
    place: held.row.organizationName || person.row.name,
  });

export const deprovisionedMember: Check<'barred'> = {
  id: 'deprovisioned-member',
  severity: 'critical',
  title: 'Deprovisioned, and still a member',
  why: 'Their employer took them out of its directory. The membership stays, and gives its role again should they be let in by mistake.',
  effect: 'They cannot sign in already. Removed, they take up no seat and are on no list.',
  entity: 'membership',
  needs,
  facts: 'barred',
  fix: 'Remove the memberships',
  lasting: true,
  find: (barred) =>
    barred
      .filter(({ person }) => person.row.deprovisioned)
      .map((holder) => member(holder, 'Deprovisioned', true, { verb: 'delete' })),
};

export const bannedMember: Check<'barred'> = {
  id: 'banned-member',
  severity: 'warning',
  title: 'Banned, and still a member',
  why: 'Lifting the ban gives back every role at once. Colleagues see somebody in their lists who is not let in.',
  effect:
    'They cannot sign in already. Removed, they take up no seat; unbanned later, they must be invited anew.',
  entity: 'membership',
  needs,
  facts: 'barred',
  fix: 'Remove the memberships',
  lasting: true,
  find: (barred) =>
    barred
      .filter(({ person }) => person.row.banned)
      .map((holder) => member(holder, 'Banned', true, { verb: 'delete' })),
};

export const adminWithoutFactor: Check<'admins'> = {
  id: 'admin-without-second-factor',
  severity: 'warning',
  title: 'Admin without a second factor',
  why: 'Whoever learns their password can remove members and delete the organization.',
  effect: 'They have to set a second factor up at their next sign-in; nobody can do it for them.',
  entity: 'membership',
  needs,
  facts: 'admins',
  find: (admins) =>
    admins
      .filter(({ person: { row } }) => !row.twoFactorEnabled && !row.banned && !row.deprovisioned)
      .map((holder) => member(holder, 'Second factor', false, null)),
};

export const idleAdmin: Check<'admins'> = {
  id: 'idle-admin',
  severity: 'advice',
  title: 'Admin who has not signed in for 90 days',
  why: 'A role that nobody uses is only of use to somebody else.',
  effect: 'With a smaller role they can still sign in; an admin can give it back.',
  entity: 'membership',
  needs,
  facts: 'admins',
  find: (admins, now) =>
    admins
      .filter(({ member: held, person: { row } }) => {
        const last = Math.max(row.lastSignInAt, row.lastActiveAt, row.createdAt, held.row.createdAt);
        return last < now - idleDays * dayMs;
      })
      .map(({ member: held, person }) =>
        hitOf('membership', held, {
          evidence: [
            seenAt('Last sign-in', person.row.lastSignInAt),
            seen('Role', held.row.roleName || held.row.role),
          ],
        }),
      ),
};

export const factorOff: Check<'factors'> = {
  id: 'second-factor-off',
  severity: 'warning',
  title: 'Second factor switched off within 30 days',
  why: 'It is what somebody does who has taken an account over.',
  effect: 'Ask them by another way whether it was them; they can set it up again at once.',
  entity: 'user',
  needs: ['list.user'],
  facts: 'factors',
  find: (factors) =>
    factors
      .filter(({ person }) => !person.row.twoFactorEnabled)
      .map(({ entry, person }) =>
        hitOf('user', person, {
          evidence: [seen('Second factor', false), seenAt('Seen off since', entry.at)],
        }),
      ),
};
