import type { Random } from '../database/random';
import type { ApplicationSpec } from '../world/world-spec';

/**
 * Sizes that sum to `total`, each at least 1, a few large and many small (a power law, in random order).
 */
const planSizes = (groups: number, total: number, random: Random): readonly number[] => {
  const weights = Array.from({ length: groups }, (_, rank) => (rank + 4) ** -1.1);
  const sum = weights.reduce((a, b) => a + b, 0);
  const spare = total - groups;
  let reached = 0;
  const sizes = weights.map((weight) => {
    const before = Math.floor(reached);
    reached += (weight / sum) * spare;
    return 1 + Math.floor(reached) - before;
  });
  const placed = sizes.reduce((a, b) => a + b, 0);
  if (groups > 0) sizes[0] = (sizes[0] ?? 0) + total - placed;
  return random.shuffle(sizes);
};

/**
 * Which users (by index) belong to which organization (by index), the creator first.
 *
 * Users `0 .. personalAccounts - 1` belong to none; every other user belongs to at least one where the counts allow it:
 * half of each organization is dealt from a shuffled deck, the rest drawn at random.
 */
export const planMembers = (
  counts: ApplicationSpec['counts'],
  random: Random,
): readonly (readonly number[])[] => {
  const eligible = Array.from(
    { length: counts.users - counts.personalAccounts },
    (_, index) => index + counts.personalAccounts,
  );
  if (eligible.length === 0) return Array.from({ length: counts.organizations }, () => []);
  const deck = random.shuffle(eligible);
  let dealt = 0;
  return planSizes(counts.organizations, counts.memberships, random).map((wanted) => {
    const size = Math.min(wanted, eligible.length);
    const members = new Set<number>();
    while (members.size < Math.ceil(size / 2)) {
      members.add(deck[dealt % deck.length] ?? 0);
      dealt += 1;
    }
    while (members.size < size) members.add(random.pick(eligible));
    return [...members];
  });
};
