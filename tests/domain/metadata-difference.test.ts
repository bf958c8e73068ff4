import type { JsonObject, JsonValue } from '@shared/domain/json';
import { metadataDifference, metadataFault, noMetadata } from '@shared/domain/metadata-difference';
import { writeHeld } from '@shared/domain/metadata-field';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const key = fc.constantFrom('a', 'b', 'c', 'tier', '__proto__');
const { metadata } = fc.letrec<{ metadata: JsonObject; value: JsonValue }>((tie) => ({
  metadata: fc.dictionary(key, tie('value'), { maxKeys: 4 }) as fc.Arbitrary<JsonObject>,
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.array(fc.integer(), { maxLength: 3 }),
    tie('metadata'),
  ) as fc.Arbitrary<JsonValue>,
}));

it('what differs, set path by path, makes the one metadata into the other', () => {
  fc.assert(
    fc.property(metadata, metadata, (held, wanted) => {
      const changes = metadataDifference(held, wanted, 'publicMetadata');
      const made = changes.reduce((record, { path, value }) => writeHeld('user', record, path, value), {
        publicMetadata: held,
      });
      expect(made.publicMetadata).toEqual(wanted);
      expect(metadataDifference(wanted, wanted, 'publicMetadata')).toEqual([]);
    }),
  );
});

it('only what differs is set, at the deepest path', () => {
  const held = { tier: 'gold', contract: { seats: 12, end: '2027' }, old: 1 };
  const wanted = { tier: 'gold', contract: { seats: 14, end: '2027' }, tags: ['a'] };
  expect(metadataDifference(held, wanted, 'privateMetadata')).toEqual([
    { path: 'privateMetadata.old', keys: ['old'], value: null },
    { path: 'privateMetadata.contract.seats', keys: ['contract', 'seats'], value: 14 },
    { path: 'privateMetadata.tags', keys: ['tags'], value: ['a'] },
  ]);
});

const faultOf = (held: JsonObject, wanted: JsonObject) =>
  metadataFault(metadataDifference(held, wanted, 'publicMetadata'));

it('what cannot be told by a path, or kept, is no change; where it stays as it is it hinders nothing', () => {
  const held = { 'stripe.customer': 'cus_1', stripe: { customer: 'cus_2', old: null }, tier: 'gold' };
  expect(faultOf(held, { ...held, tier: 'free' })).toBeNull();
  const { 'stripe.customer': _, ...without } = held;
  expect(faultOf(held, without)).toContain('"stripe.customer" cannot be changed');
  expect(faultOf(held, { ...held, 'a.b': 1 })).toContain('"a.b" cannot be changed');
  expect(faultOf(held, { ...held, tier: null })).toContain('publicMetadata.tier holds null');
  expect(faultOf(held, { ...held, plan: { end: null } })).toContain('publicMetadata.plan holds null');
  expect(faultOf(held, { ...held, tags: [null] })).toBeNull();
  expect(noMetadata(['a'])).toContain('must be an object');
});
