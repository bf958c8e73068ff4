import type { JsonObject, JsonValue } from '@shared/domain/json';
import { metadataDifference, metadataFault } from '@shared/domain/metadata-difference';
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
    { path: 'privateMetadata.old', value: null },
    { path: 'privateMetadata.contract.seats', value: 14 },
    { path: 'privateMetadata.tags', value: ['a'] },
  ]);
});

it.each([
  [['a'], 'must be an object'],
  [{ 'a.b': 1 }, 'hold no dots'],
  [{ a: { b: null } }, 'a.b is null'],
  [{ a: [null] }, null],
])('%j cannot be set: %s', (value, fault) => {
  const said = metadataFault(value as JsonValue);
  if (fault === null) expect(said).toBeNull();
  else expect(said).toContain(fault);
});
