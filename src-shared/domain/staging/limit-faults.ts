import { t } from '../../language/t';
import type { Failure } from '../failure';
import type { OrganizationFacts } from '../rules/batch';
import type { StagingWorld } from '../rules/staging-world';
import type { Proposal } from '../rules/validation';

interface Counted {
  readonly index: number;
  readonly proposal: Proposal;
}

/** Seats and admins of one organization, as they would be after everything that is staged. */
interface Tally {
  members: number;
  pending: number;
  admins: number;
  limit: number;
  readonly additions: number[];
  readonly losses: number[];
  seatEdit: number | null;
}

/**
 * Accepted drafts that would break a limit if all were applied, by index: additions beyond the seats (members and pending
 * invitations count, as the service counts them), a seat limit below the members, and the loss of the last admin. The end
 * state counts, not the order of the drafts; where it does not fit, the later drafts go.
 */
export function limitFaults(
  world: StagingWorld,
  organizationOf: (id: string) => OrganizationFacts | null,
  proposals: readonly Counted[],
): ReadonlyMap<number, Failure> {
  const faults = new Map<number, Failure>();
  for (;;) {
    const found = onePass(
      world,
      organizationOf,
      proposals.filter(({ index }) => !faults.has(index)),
    );
    if (found.size === 0) return faults;
    for (const [index, fault] of found) faults.set(index, fault);
  }
}

function onePass(
  world: StagingWorld,
  organizationOf: (id: string) => OrganizationFacts | null,
  proposals: readonly Counted[],
): ReadonlyMap<number, Failure> {
  const found = new Map<number, Failure>();
  for (const [id, tally] of tallies(world, organizationOf, proposals)) {
    const name = organizationOf(id)?.name ?? t('the organization');
    if (world.admins.has(id))
      for (const index of tally.losses.splice(Math.max(0, tally.losses.length - (1 - tally.admins))))
        found.set(index, lastAdmin(name));
    if (tally.limit === 0) continue;
    const before = tally.members + tally.pending - tally.additions.length;
    if (tally.seatEdit !== null && tally.limit < before - tally.pending) {
      found.set(tally.seatEdit, belowMembers(name, tally.limit));
      continue;
    }
    const room = Math.max(0, tally.limit - before);
    for (const index of tally.additions.splice(room)) found.set(index, noSeat(name, tally.limit));
  }
  return found;
}

function tallies(
  world: StagingWorld,
  organizationOf: (id: string) => OrganizationFacts | null,
  proposals: readonly Counted[],
): ReadonlyMap<string, Tally> {
  const byOrganization = new Map<string, Tally>();
  for (const { index, proposal } of proposals) {
    const { effect } = proposal;
    if (effect === null) continue;
    const id = effect.organizationId;
    const seats = world.seats.get(id);
    const tally = byOrganization.get(id) ?? {
      members: seats?.members ?? 0,
      pending: seats?.pending ?? 0,
      admins: world.admins.get(id) ?? 0,
      limit: organizationOf(id)?.limit ?? 0,
      additions: [],
      losses: [],
      seatEdit: null,
    };
    byOrganization.set(id, tally);
    tally.members += effect.members;
    tally.pending += effect.pending;
    tally.admins += effect.admins;
    if (effect.members + effect.pending > 0) tally.additions.push(index);
    if (effect.admins < 0 && effect.guarded) tally.losses.push(index);
    if (effect.limit === undefined) continue;
    tally.limit = effect.limit;
    tally.seatEdit = index;
  }
  return byOrganization;
}

const lastAdmin = (name: string): Failure => ({
  code: 'last-admin',
  message: t('{name} would be left without an admin.', { name }),
  next: t('Make somebody else an admin first, in this change or an earlier one.'),
});

const noSeat = (name: string, limit: number): Failure => ({
  code: 'limit',
  message: t('{name} has {limit, number} seats, and members and pending invitations fill them.', {
    name,
    limit,
  }),
  next: t('Raise the seat limit, or remove a member or an invitation first.'),
});

const belowMembers = (name: string, limit: number): Failure => ({
  code: 'limit',
  message: t('{name} has more than {limit, number} members.', { name, limit }),
  next: t('Choose a higher limit, or remove members first.'),
});
