import type { Condition, Filter } from '@shared/domain/filter/condition';
import fc from 'fast-check';

/** The moment that spans are told by: whole minutes, so that tests can say where they end. */
export const now = Date.UTC(2026, 10, 20, 12, 0);
const day = 86_400_000;
const times = [
  0,
  now - 200 * day,
  now - 90 * day,
  now - 90 * day - 1,
  now - 6 * day,
  now,
  now + 20 * day,
  now + 40 * day,
  // The first moment of a day, and its last one.
  Date.UTC(2026, 10, 2),
  Date.UTC(2026, 10, 3) - 1,
];
const texts = [
  '',
  'Acme',
  'acme GmbH',
  'Ada and role=x',
  'Öl (alt)',
  'null',
  '12',
  'a "quoted" one',
  'tom or jerry',
  'ß$',
  'x)',
];
const entries = ['gold', 'Silver', 12, 1.5, true, false, null, '12'] as const;

const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const list = <T>(values: readonly T[]) => fc.array(one(values), { minLength: 1, maxLength: 3 });
const filter = (field: string, op: Filter['op'], value: fc.Arbitrary<Filter['value']>) =>
  value.map((of): Filter => ({ field, op, value: of }));

/** Conditions on a field of texts. */
const onText = (field: string) =>
  fc.oneof(
    ...(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const).map((op) => filter(field, op, one(texts))),
    ...(['in', 'nin'] as const).map((op) => filter(field, op, list(texts))),
    filter(field, 'contains', one(texts.filter((text) => text !== ''))),
    filter(field, 'set', fc.boolean()),
    filter(field, 'between', fc.tuple(one(texts), one(texts))),
  );
const onTime = (field: string) =>
  fc.oneof(
    ...(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const).map((op) => filter(field, op, one(times))),
    ...(['last', 'notLast', 'next'] as const).map((op) =>
      filter(field, op, one(['90d', '1w', '30d', '12h'])),
    ),
    filter(field, 'between', fc.tuple(one(times), one(times))),
    filter(field, 'set', fc.boolean()),
  );
const onEntry = (field: string) =>
  fc.oneof(
    ...(['eq', 'ne'] as const).map((op) => filter(field, op, one(entries))),
    ...(['gt', 'lte'] as const).map((op) => filter(field, op, one([3, 12, 'gold', true]))),
    ...(['in', 'nin'] as const).map((op) => filter(field, op, list(entries))),
    filter(field, 'contains', one(['gold', 'OL', '1'])),
    filter(field, 'set', fc.boolean()),
  );

/** Any condition that can be asked of people, groups in groups among them. */
export const conditions: fc.Arbitrary<readonly Condition[]> = fc.array(
  fc.letrec<{ condition: Condition; leaf: Condition; group: Condition }>((tie) => ({
    condition: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie('leaf'), tie('group')),
    leaf: fc.oneof(
      onText('name'),
      onText('email'),
      onTime('lastSignInAt'),
      onTime('createdAt'),
      onEntry('publicMetadata.tier'),
      onEntry('publicMetadata.deep.level'),
      onText('emails'),
      filter('banned', 'eq', fc.boolean()),
      filter('state', 'ne', one(['synced', 'pending'])),
    ),
    group: fc
      .tuple(one(['all', 'any', 'none'] as const), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([by, of]): Condition => (by === 'all' ? { all: of } : by === 'any' ? { any: of } : { none: of })),
  })).condition,
  { maxLength: 3 },
);

/** What a person of a random world holds. */
export const people = fc.record({
  name: one(texts),
  email: one(texts),
  emails: fc.array(one(texts), { maxLength: 2 }),
  banned: fc.boolean(),
  lastSignInAt: one(times),
  createdAt: one(times),
  publicMetadata: one([
    {},
    { tier: 'gold' },
    { tier: 'Silver', deep: { level: 12 } },
    { tier: 12 },
    { tier: 1.5, deep: { level: 'gold' } },
    { tier: null, deep: {} },
    { tier: true, deep: null },
    { tier: ['gold', 3], deep: { level: [] } },
    { tier: '', deep: 'gold' },
    { tier: {}, deep: { level: ['Silver', null] } },
  ]),
});
