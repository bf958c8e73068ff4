import type { DecisionEntry, ReviewItem } from '@shared/domain/reviews/review';
import { countedStandings, standings } from '@shared/domain/reviews/standings';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const decisions = ['keep', 'revoke', 'unknown', 'open'] as const;

/** Reviewers who decide and now and then hear of all that another has by then. */
const moves = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('decide' as const),
      who: fc.nat(2),
      item: fc.constantFrom('a', 'b'),
      decision: fc.constantFrom(...decisions),
    }),
    fc.record({ kind: fc.constant('hear' as const), who: fc.nat(2), from: fc.nat(2) }),
  ),
  { maxLength: 40 },
);

/** What each reviewer has, by the moves; and of every entry, whom it was made in sight of. */
function played(all: typeof moves extends fc.Arbitrary<infer M> ? M : never) {
  const known = [0, 1, 2].map(() => [[], [], []] as DecisionEntry[][]);
  const sight = new Map<string, ReadonlySet<string>>();
  let made = 0;
  for (const move of all) {
    const own = known[move.who] ?? [];
    if (move.kind === 'hear') {
      for (const [chain, theirs] of (known[move.from] ?? []).entries())
        if (theirs.length > (own[chain]?.length ?? 0)) own[chain] = [...theirs];
      continue;
    }
    const stands = standings(own.map((entries) => ({ entries }))).get(move.item)?.entries ?? [];
    const hash = `h${made++}`;
    sight.set(hash, new Set(own.flat().map((entry) => entry.hash)));
    const { item, decision, who } = move;
    const over = stands.map((entry) => entry.hash);
    own[who]?.push({ item, decision, note: '', by: String(who), at: made, over, previous: '', hash });
  }
  return { known, sight };
}

it('lets stand exactly what nobody decided anew in sight of it, whatever the order in which files come', () => {
  fc.assert(
    fc.property(moves, fc.boolean(), (all, turned) => {
      const { known, sight } = played(all);
      // Everybody's own chain, as the owner has them at last.
      const chains = known.map((own, who) => ({ entries: own[who] ?? [] }));
      const stands = standings(turned ? chains.toReversed() : chains);
      for (const item of ['a', 'b']) {
        const about = chains.flatMap(({ entries }) => entries).filter((entry) => entry.item === item);
        const last = about.filter(({ hash }) => !about.some((other) => sight.get(other.hash)?.has(hash)));
        const said = new Set(last.map(({ decision }) => decision).filter((one) => one !== 'open'));
        const expected = said.size > 1 ? 'disputed' : ([...said][0] ?? 'open');
        expect(stands.get(item)?.decision ?? 'open').toBe(expected);
        expect((stands.get(item)?.entries ?? []).map(({ hash }) => hash).sort()).toEqual(
          last.map(({ hash }) => hash).sort(),
        );
      }
    }),
    { numRuns: 500 },
  );
});

it('lets an entry replace nothing that is about another item, whatever a file names', () => {
  const entry = (hash: string, item: string, over: string[] = []): DecisionEntry => ({
    ...{ item, decision: 'keep', note: '', by: 'Ada', at: 1, over, previous: '', hash },
  });
  const stands = standings([{ entries: [entry('h1', 'a')] }, { entries: [entry('h2', 'b', ['h1'])] }]);
  expect([...stands.keys()].sort()).toEqual(['a', 'b']);
});

it.each<['refused' | 'second', DecisionEntry['decision'], string[], string]>([
  ['refused', 'keep', ['h1'], 'revoke'],
  ['refused', 'keep', [], 'revoke'],
  ['second', 'keep', ['h1'], 'disputed'],
  ['second', 'open', ['h1'], 'revoke'],
  ['second', 'revoke', ['h1'], 'revoke'],
])(
  'where own access is %s, an own word (%s over %j) leaves what another one decided: %s',
  (ownAccess, decision, over, stands) => {
    const items = [
      { membershipId: 'a', userName: 'Bob', userEmail: 'bob@x.example' },
    ] as unknown as ReviewItem[];
    const said = { item: 'a', note: '', at: 1, previous: '' };
    const chains = [
      { entries: [{ ...said, decision: 'revoke' as const, by: 'Ada', over: [], hash: 'h1' }] },
      { entries: [{ ...said, decision, by: 'BOB', over, hash: 'h2' }] },
    ];
    expect(countedStandings(chains, { ownAccess }, items).get('a')?.decision).toBe(stands);
  },
);
