import { type Campaign, type DecisionEntry, isOwn, type ReviewItem } from './review';

/** Where an item stands: the entries that nothing replaced. More than one that differ are a dispute. */
export interface Standing {
  readonly decision: DecisionEntry['decision'] | 'disputed';
  /** Newest first; none for what nobody decided. */
  readonly entries: readonly DecisionEntry[];
}

/**
 * What stands of each item that somebody decided about. An entry is replaced by those that name it, so that the last one wins where the
 * reviewer saw what was there, and two who did not see each other are both told. The order of chains and of taking them in is the same to it. Pure.
 */
export function standings(
  chains: readonly { readonly entries: readonly DecisionEntry[] }[],
): ReadonlyMap<string, Standing> {
  // Of its own item only: a file that names others' entries elsewhere takes nothing away.
  const named = (item: string, hash: string): string => `${item} ${hash}`;
  const replaced = new Set<string>();
  for (const { entries } of chains)
    for (const { item, over } of entries) for (const hash of over) replaced.add(named(item, hash));
  const standing = new Map<string, DecisionEntry[]>();
  for (const { entries } of chains)
    for (const entry of entries) {
      if (replaced.has(named(entry.item, entry.hash))) continue;
      const held = standing.get(entry.item);
      if (held === undefined) standing.set(entry.item, [entry]);
      else held.push(entry);
    }
  return new Map([...standing].map(([item, entries]) => [item, standingOf(entries)]));
}

type Chains = Parameters<typeof standings>[0];

/** The same, as the review counts it: what only those decided whose access it is stays open where it says so. Pure. */
export function countedStandings(
  chains: Chains,
  { ownAccess }: Pick<Campaign, 'ownAccess'>,
  items: readonly ReviewItem[],
): ReadonlyMap<string, Standing> {
  const all = standings(chains);
  if (ownAccess === undefined) return all;
  const known = new Map(items.map((item) => [item.membershipId, item]));
  return new Map(
    [...all].map(([id, standing]) => {
      const item = known.get(id);
      const isAlone = item !== undefined && spoken(standing).every(({ by }) => isOwn(item, by));
      return [id, isAlone ? { ...standing, decision: 'open' } : standing];
    }),
  );
}

/** The entries that say something: all of a dispute. */
export const spoken = ({ entries }: Pick<Standing, 'entries'>): readonly DecisionEntry[] =>
  entries.filter(({ decision }) => decision !== 'open');

export const undecided: Standing = { decision: 'open', entries: [] };

function standingOf(all: readonly DecisionEntry[]): Standing {
  const entries = all.toSorted((a, b) => b.at - a.at || (a.hash < b.hash ? -1 : 1));
  // Who took a decision back says nothing against another's.
  const told = entries.filter(({ decision }) => decision !== 'open');
  const said = new Set(told.map(({ decision }) => decision));
  const [first] = told;
  if (first === undefined) return { decision: 'open', entries };
  return { decision: said.size > 1 ? 'disputed' : first.decision, entries };
}
