import { hash } from 'node:crypto';
import {
  collectionSchemas,
  computedFields,
  facetFields,
  peopleSorted,
  searchedText,
} from '@main/store/collections';
import { canonicalJson, type JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';

const pinOf = (value: unknown): string =>
  hash('sha1', canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as JsonValue), 'hex').slice(0, 12);

/**
 * What every collection is stored as: version, schema, and text, order and facets of its tables. Where one of these pins
 * breaks, workspaces on people's disks hold something else. A schema that changes demands a higher version, a migration
 * strategy and a try on `tests/fixtures/workspace-3bde360` (RxDB refuses a changed schema of the same version); text, order, facets
 * and computed fields are built anew when a workspace opens, which takes a minute for a million records. An older version that
 * opens the file builds its own tables again, and leaves what it does not know: it needs no refusal.
 */
const pins: Readonly<Record<string, string>> = {
  applications: '0 7fe3a655091d 63a91e8974da',
  // What is searched and counted grows with every small list; there are few rows to build anew.
  catalogue: '0 5ccc5674f31e',
  changeSets: '0 5fea520b185a b4199f8703c5',
  checkpoints: '0 8c74ae9cf9d0 b4199f8703c5',
  history: '0 21fd624365c0 b4199f8703c5',
  intents: '0 1c4a108c1f30 511d405d4a98',
  invitations: '0 abce7dfb78dd 8945c2bec76a',
  memberships: '0 8db12aacc46b 98909fe6a0cd',
  organizations: '0 5ee97d2f1be8 92c9be23156e',
  roles: '0 b3bd57423811 9dbf2f1f916d',
  settings: '0 34761bc8fb6e b4199f8703c5',
  users: '0 6daead265726 6613408c0e54',
};

it('is stored as it was: a change demands a version and a migration', () => {
  const now = Object.entries(collectionSchemas).map(([name, schema]) => {
    const tables = [searchedText, peopleSorted, facetFields].map(
      (table) => (table as Readonly<Record<string, readonly string[]>>)[name],
    );
    const computed = computedFields[name];
    const all = computed === undefined ? tables : [...tables, computed.version, computed.indexes];
    const pin = `${schema.version} ${pinOf(schema)}`;
    return [name, name === 'catalogue' ? pin : `${pin} ${pinOf(all)}`];
  });
  expect(Object.fromEntries(now)).toEqual(pins);
});
