import { t } from '../../language/t';
import { dayMs } from '../utc-day';
import { blindSpots, type Check, hitOf, seen, seenAt } from './check';
import type { Place } from './finding-facts';

const needs = ['organizations', 'list.organization'] as const;
const withMembers = [...needs, 'list.membership', 'list.role'] as const;
const staleDays = 30;

/** All members that the service counts are copied: of fewer nobody can say that none of the others is an admin. */
const isWhole = ({ home, members }: Place): boolean => members >= home.row.membersCount;

/** Organizations with so many admins who can act. */
const withAdmins = (places: readonly Place[], admins: number): readonly Place[] =>
  places.filter(
    (place) => place.admins === admins && Math.max(place.members, place.home.row.membersCount) > admins,
  );

const homesOf = (places: readonly Place[]) =>
  blindSpots(
    'organization',
    places.map(({ home }) => home),
  );

const byAdmins = (place: Place) =>
  hitOf('organization', place.home, {
    evidence: [
      seen(t('Admins who can act'), place.admins),
      ...(place.barredAdmins > 0
        ? [seen(t('Admins banned, locked or deprovisioned'), place.barredAdmins)]
        : []),
      seen(t('Members'), place.members),
    ],
  });

/** Finds organizations with so many admins; where members are not copied it cannot tell. */
const byCount = (admins: number): Pick<Check<'places'>, 'find' | 'blind'> => ({
  find: (places) => withAdmins(places, admins).filter(isWhole).map(byAdmins),
  blind: (places) => homesOf(withAdmins(places, admins).filter((place) => !isWhole(place))),
});

export const noAdmin: Check<'places'> = {
  id: 'organization-without-admin',
  severity: 'critical',
  title: t('Organization without an admin who can act'),
  why: t(
    'Nobody in it can invite, remove or change a role, and nobody can answer for it. Who is banned, locked or deprovisioned cannot.',
  ),
  effect: t('Members go on as they are, and have nobody to ask. Give one of them a role of an admin.'),
  entity: 'organization',
  needs: withMembers,
  facts: 'places',
  ...byCount(0),
};

export const oneAdmin: Check<'places'> = {
  id: 'organization-with-one-admin',
  severity: 'advice',
  title: t('Organization with a single admin'),
  why: t('One resignation, one lost phone, and nobody is in charge.'),
  effect: t('A second admin notices nothing but the new role.'),
  entity: 'organization',
  needs: withMembers,
  facts: 'places',
  ...byCount(1),
};

/** What the service counts and what is copied both say that nobody is in it, and nobody was asked in. */
const isEmpty = ({ home: { row }, members, invited }: Place): boolean =>
  row.membersCount + row.pendingInvitationsCount + members + invited === 0;

export const noMembers: Check<'places'> = {
  id: 'organization-without-members',
  severity: 'advice',
  title: t('Organization without members'),
  why: t('Nobody can reach what is in it, and its slug is taken.'),
  effect: t('Nobody is in it who could notice. Deleting it cannot be undone.'),
  entity: 'organization',
  needs: withMembers,
  facts: 'places',
  fix: t('Delete the organizations'),
  lasting: true,
  // Without members in the copy where the service counts some; or empty, and nobody knows since when.
  blind: (places) =>
    homesOf(
      places.filter((place) =>
        isEmpty(place)
          ? place.home.row.createdAt === 0
          : place.members === 0 && place.home.row.membersCount > 0,
      ),
    ),
  find: (places, now) =>
    places
      .filter(isEmpty)
      .filter(({ home: { row } }) => row.createdAt > 0 && row.createdAt < now - staleDays * dayMs)
      .map(({ home }) =>
        hitOf('organization', home, {
          evidence: [
            seen(t('Members'), 0),
            seen(t('Pending invitations'), 0),
            seenAt(t('Created'), home.row.createdAt),
          ],
          fix: { verb: 'delete' },
        }),
      ),
};

export const overPlan: Check<'places'> = {
  id: 'seats-above-plan',
  severity: 'warning',
  title: t('More seats than the plan gives'),
  why: t('The limit that the service enforces is higher than what is paid for, or there is none.'),
  effect: t(
    'Nobody loses their place; beyond the plan nobody new gets in. Where more are in already, only the plan can be changed.',
  ),
  entity: 'organization',
  needs: [...needs, 'list.subscriptionItem'],
  facts: 'places',
  fix: t('Set the seats of the plan'),
  find: (places) =>
    places.flatMap(({ home, plan }) => {
      const { maxAllowedMemberships: limit, membersCount, pendingInvitationsCount } = home.row;
      const used = membersCount + pendingInvitationsCount;
      // 0 on either side stands for no limit.
      if (plan === null || plan.seats === null || plan.seats === 0 || (limit > 0 && limit <= plan.seats))
        return [];
      const update = { verb: 'update', field: 'maxAllowedMemberships', base: limit } as const;
      return hitOf('organization', home, {
        evidence: [
          seen(t('Seats'), limit === 0 ? t('Unlimited') : limit),
          seen(t('Seats of the plan {name}', { name: plan.name }), plan.seats),
          seen(t('Seats used'), used),
        ],
        fix: used > plan.seats ? null : { ...update, value: plan.seats },
      });
    }),
};

export const staleInvitation: Check<'invited'> = {
  id: 'stale-invitation',
  severity: 'advice',
  title: t('Invitation pending for over 30 days'),
  why: t('It takes up a seat, and its link lets in whoever reads an old mailbox.'),
  effect: t('The link in the message stops working; they can be invited again.'),
  entity: 'invitation',
  needs: ['organizations', 'list.invitation'],
  facts: 'invited',
  fix: t('Revoke the invitations'),
  find: (invited, now) =>
    invited
      .filter(({ row }) => row.status === 'pending' && row.createdAt < now - staleDays * dayMs)
      .map((each) =>
        hitOf('invitation', each, {
          evidence: [
            seenAt(t('Invited'), each.row.createdAt),
            seen(t('Role'), each.row.roleName || each.row.role),
            seenAt(t('Expires'), each.row.expiresAt),
          ],
          fix: { verb: 'delete' },
        }),
      ),
};
