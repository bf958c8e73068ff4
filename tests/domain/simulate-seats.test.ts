import { seatFigures } from '@shared/domain/figures/seats';
import { simulateSeats } from '@shared/domain/figures/simulate-seats';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const organization = (name: string, membersCount: number, pendingInvitationsCount: number) => ({
  id: name,
  name,
  membersCount,
  pendingInvitationsCount,
});

it('counts who is over, who has no seat and which invitations cannot be met; members come first', () => {
  const all = [
    organization('small', 4, 3),
    organization('tight', 9, 4),
    organization('large', 25, 2),
    organization('exact', 10, 0),
  ];
  const found = simulateSeats(all, 10);
  expect(found.over.map(({ name, withoutSeat, unmet }) => [name, withoutSeat, unmet])).toEqual([
    ['large', 15, 2],
    ['tight', 0, 3],
  ]);
  expect(found).toMatchObject({ withoutSeat: 15, unmet: 5 });
  expect(simulateSeats(all, 0)).toEqual({ over: [], withoutSeat: 0, unmet: 0 });
});

it('is over exactly where the limit, were it there, would be told as over', () => {
  const one = fc.record({
    id: fc.uuid(),
    name: fc.string(),
    membersCount: fc.nat(60),
    pendingInvitationsCount: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(one), fc.nat(50), (all, limit) => {
      const over = new Set(simulateSeats(all, limit).over.map(({ id }) => id));
      for (const each of all) {
        const { seatsLevel, freeSeats } = seatFigures({ ...each, maxAllowedMemberships: limit });
        expect(over.has(each.id)).toBe(seatsLevel === 'over');
        const found = simulateSeats([each], limit);
        expect(found.withoutSeat + found.unmet).toBe(Math.max(0, -(freeSeats ?? 0)));
      }
    }),
  );
});
