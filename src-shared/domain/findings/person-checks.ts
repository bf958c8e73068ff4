import { t } from '../../language/t';
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
    evidence: [seen(label, value), seen(t('Role'), held.row.roleName || held.row.role)],
    place: held.row.organizationName || person.row.name,
  });

export const deprovisionedMember: Check<'barred'> = {
  id: 'deprovisioned-member',
  severity: 'critical',
  title: t('Deprovisioned, and still a member'),
  why: t(
    'Their employer took them out of its directory. The membership stays, and gives its role again should they be let in by mistake.',
  ),
  effect: t('They cannot sign in already. Removed, they take up no seat and are on no list.'),
  entity: 'membership',
  needs,
  facts: 'barred',
  fix: t('Remove the memberships'),
  lasting: true,
  find: (barred) =>
    barred
      .filter(({ person }) => person.row.deprovisioned)
      .map((holder) => member(holder, t('Deprovisioned'), true, { verb: 'delete' })),
};

export const bannedMember: Check<'barred'> = {
  id: 'banned-member',
  severity: 'warning',
  title: t('Banned, and still a member'),
  why: t(
    'Lifting the ban gives back every role at once. Colleagues see somebody in their lists who is not let in.',
  ),
  effect: t(
    'They cannot sign in already. Removed, they take up no seat; unbanned later, they must be invited anew.',
  ),
  entity: 'membership',
  needs,
  facts: 'barred',
  fix: t('Remove the memberships'),
  lasting: true,
  find: (barred) =>
    barred
      .filter(({ person }) => person.row.banned)
      .map((holder) => member(holder, t('Banned'), true, { verb: 'delete' })),
};

export const adminWithoutFactor: Check<'admins'> = {
  id: 'admin-without-second-factor',
  severity: 'warning',
  title: t('Admin without a second factor'),
  why: t('Whoever learns their password can remove members and delete the organization.'),
  effect: t('They have to set a second factor up at their next sign-in; nobody can do it for them.'),
  entity: 'membership',
  needs,
  facts: 'admins',
  find: (admins) =>
    admins
      .filter(({ person: { row } }) => !row.twoFactorEnabled && !row.banned && !row.deprovisioned)
      .map((holder) => member(holder, t('Second factor'), false, null)),
};

export const idleAdmin: Check<'admins'> = {
  id: 'idle-admin',
  severity: 'advice',
  title: t('Admin who has not signed in for 90 days'),
  why: t('A role that nobody uses is only of use to somebody else.'),
  effect: t('With a smaller role they can still sign in; an admin can give it back.'),
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
            seenAt(t('Last sign-in'), person.row.lastSignInAt),
            seen(t('Role'), held.row.roleName || held.row.role),
          ],
        }),
      ),
};

export const factorOff: Check<'factors'> = {
  id: 'second-factor-off',
  severity: 'warning',
  title: t('Second factor switched off within 30 days'),
  why: t('It is what somebody does who has taken an account over.'),
  effect: t('Ask them by another way whether it was them; they can set it up again at once.'),
  entity: 'user',
  needs: ['list.user'],
  facts: 'factors',
  find: (factors) =>
    factors
      .filter(({ person }) => !person.row.twoFactorEnabled)
      .map(({ entry, person }) =>
        hitOf('user', person, {
          evidence: [seen(t('Second factor'), false), seenAt(t('Seen off since'), entry.at)],
        }),
      ),
};
