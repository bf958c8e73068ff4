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
 *
 * @param replaces whether an entry may replace one that it names, by that one's hash
 */
export function standings(
  chains: readonly { readonly entries: readonly DecisionEntry[] }[],
  replaces: (entry: DecisionEntry, hash: string) => boolean = () => true,
): ReadonlyMap<string, Standing> {
  // Of its own item only: a file that names others' entries elsewhere takes nothing away.
  const named = (item: string, hash: string): string => `${item} ${hash}`;
  const replaced = new Set<string>();
  for (const { entries } of chains)
    for (const entry of entries)
      for (const hash of entry.over) if (replaces(entry, hash)) replaced.add(named(entry.item, hash));
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

/**
 * The same, as the review counts it. Where it says so, what somebody decides about their own access replaces nobody else's word, stays open
 * while they alone decided, and where it is refused comes to nothing. Pure.
 */
export function countedStandings(
  chains: Chains,
  { ownAccess }: Pick<Campaign, 'ownAccess'>,
  items: readonly ReviewItem[],
): ReadonlyMap<string, Standing> {
  if (ownAccess === undefined) return standings(chains);
  const known = new Map(items.map((item) => [item.membershipId, item]));
  const isOwnWord = ({ item, by }: DecisionEntry): boolean => {
    const about = known.get(item);
    return about !== undefined && isOwn(about, by);
  };
  const own = new Set(chains.flatMap(({ entries }) => entries.filter(isOwnWord).map(({ hash }) => hash)));
  const all = standings(chains, (entry, hash) => !own.has(entry.hash) || own.has(hash));
  return new Map(
    [...all].map(([id, standing]) => {
      const { decision } = standingOf(standing.entries.filter(({ hash }) => !own.has(hash)));
      const counts = ownAccess === 'refused' || decision === 'open';
      return [id, counts ? { ...standing, decision } : standing];
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
