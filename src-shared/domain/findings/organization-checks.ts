import { type Check, day, hitOf, seen, seenAt } from './check';
import type { Place } from './finding-facts';

const needs = ['organizations', 'list.organization'] as const;
const withMembers = [...needs, 'list.membership', 'list.role'] as const;
const staleDays = 30;

const manned = ({ home, admins }: Place, count: (admins: number) => boolean): boolean =>
  home.row.membersCount > 0 && count(admins);

const byAdmins = ({ home, admins }: Place) =>
  hitOf('organization', home, {
    evidence: [seen('Admins', admins), seen('Members', home.row.membersCount)],
  });

export const noAdmin: Check<'places'> = {
  id: 'organization-without-admin',
  severity: 'critical',
  title: 'Organization without an admin',
  why: 'Nobody in it can invite, remove or change a role, and nobody can answer for it.',
  effect: 'Members go on as they are, and have nobody to ask. Give one of them a role of an admin.',
  entity: 'organization',
  needs: withMembers,
  facts: 'places',
  find: (places) => places.filter((place) => manned(place, (admins) => admins === 0)).map(byAdmins),
};

export const oneAdmin: Check<'places'> = {
  id: 'organization-with-one-admin',
  severity: 'advice',
  title: 'Organization with a single admin',
  why: 'One resignation, one lost phone, and nobody is in charge.',
  effect: 'A second admin notices nothing but the new role.',
  entity: 'organization',
  needs: withMembers,
  facts: 'places',
  find: (places) =>
    places
      .filter((place) => place.home.row.membersCount > 1 && manned(place, (admins) => admins === 1))
      .map(byAdmins),
};

export const noMembers: Check<'places'> = {
  id: 'organization-without-members',
  severity: 'advice',
  title: 'Organization without members',
  why: 'Nobody can reach what is in it, and its slug is taken.',
  effect: 'Nobody is in it who could notice. Deleting it cannot be undone.',
  entity: 'organization',
  needs: withMembers,
  facts: 'places',
  fix: 'Delete the organizations',
  lasting: true,
  find: (places, now) =>
    places
      .filter(({ home: { row } }) => row.membersCount + row.pendingInvitationsCount === 0)
      .filter(({ home: { row } }) => row.createdAt < now - staleDays * day)
      .map(({ home }) =>
        hitOf('organization', home, {
          evidence: [
            seen('Members', 0),
            seen('Pending invitations', 0),
            seenAt('Created', home.row.createdAt),
          ],
          fix: { verb: 'delete' },
        }),
      ),
};

export const overPlan: Check<'places'> = {
  id: 'seats-above-plan',
  severity: 'warning',
  title: 'More seats than the plan gives',
  why: 'The limit that the service enforces is higher than what is paid for, or there is none.',
  effect:
    'Nobody loses their place; beyond the plan nobody new gets in. Where more are in already, only the plan can be changed.',
  entity: 'organization',
  needs: [...needs, 'list.subscriptionItem'],
  facts: 'places',
  fix: 'Set the seats of the plan',
  find: (places) =>
    places.flatMap(({ home, plan }) => {
      const { maxAllowedMemberships: limit, membersCount, pendingInvitationsCount } = home.row;
      const used = membersCount + pendingInvitationsCount;
      // 0 on either side stands for no limit.
      if (plan === null || plan.seats === 0 || (limit > 0 && limit <= plan.seats)) return [];
      const update = { verb: 'update', field: 'maxAllowedMemberships', base: limit } as const;
      return hitOf('organization', home, {
        evidence: [
          seen('Seats', limit === 0 ? 'Unlimited' : limit),
          seen(`Seats of the plan ${plan.name}`, plan.seats),
          seen('Seats used', used),
        ],
        fix: used > plan.seats ? null : { ...update, value: plan.seats },
      });
    }),
};

export const staleInvitation: Check<'invited'> = {
  id: 'stale-invitation',
  severity: 'advice',
  title: 'Invitation pending for over 30 days',
  why: 'It takes up a seat, and its link lets in whoever reads an old mailbox.',
  effect: 'The link in the message stops working; they can be invited again.',
  entity: 'invitation',
  needs: ['organizations', 'list.invitation'],
  facts: 'invited',
  fix: 'Revoke the invitations',
  find: (invited, now) =>
    invited
      .filter(({ row }) => row.status === 'pending' && row.createdAt < now - staleDays * day)
      .map((each) =>
        hitOf('invitation', each, {
          evidence: [
            seenAt('Invited', each.row.createdAt),
            seen('Role', each.row.roleName || each.row.role),
            seenAt('Expires', each.row.expiresAt),
          ],
          fix: { verb: 'delete' },
        }),
      ),
};
