import { parseWhere } from '@main/cli/parse-where';
import { readGroups, readPage } from '@main/engine/queries';
import { GroupQuery, PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { people } from '../domain/filter/random-conditions';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { openTempStore } from '../sync/sync-rig';
import { sampleRecord } from './sample-records';

const known = [
  ...['name', 'emails', 'lastSignInAt', 'state', 'id', 'role', 'banned', 'staged', 'sync', 'server.name'],
  ...['publicMetadata', 'publicMetadata.tier', 'publicMetadata.$where', 'publicMetadata.0', 'values.enabled'],
  ...[
    'publicMetadata..a',
    'publicMetadata.constructor.name',
    'publicMetadata.__proto__',
    'config.a.b',
    'admins',
    'organizations',
  ],
];
const odd = [
  ...['', '.name', 'publicMetadata.', '__proto__', 'constructor', 'toString', '$or', '_deleted', '_meta.lwt'],
  ...[
    '"publicMetadata.two words"',
    "publicMetadata.o'k",
    'publicMetadata.[0]',
    'publicMetadata.\u0000',
    'kind',
  ],
];
const operators = [
  ...['=', '!=', '<', '<=', '>', '>=', ' in ', ' not in ', ' between ', ' contains ', ' exists', ' absent'],
  ...[' in last ', ' not in last ', ' in next ', '==', '=~', ' like ', ' in', ' IN LAST ', ''],
];
const values = [
  ...[
    '',
    '""',
    '"',
    '"\\"',
    '"\\u0000"',
    'null',
    'true',
    '0',
    '-0',
    '1e999',
    'NaN',
    '99999999999999999999999',
  ],
  ...[
    '2026-13-45',
    '2026-02-30',
    '9999-12-31T99:99:99Z',
    '90d',
    '0d',
    '99999w',
    '100000d',
    '1 and 2',
    'a and',
  ],
  ...[
    '(a, b)',
    '()',
    '(,)',
    '(a',
    '(null, 1, true)',
    '[1,2]',
    '{}',
    '{"$gt":1}',
    '{"$regex":"("}',
    '[[[[]]]]',
  ],
  ...[
    '{"__proto__":1}',
    '%',
    '_',
    '\\',
    ')',
    '(((',
    '.*',
    '[',
    '^(a+)+$',
    '\ud800',
    '\u0000',
    '\n',
    'x or y=',
  ],
  'x'.repeat(600),
];
const one = <T>(all: readonly T[]) => fc.constantFrom(...all);
const path = fc.oneof({ weight: 4, arbitrary: one(known) }, one(odd));
const condition = fc
  .tuple(path, one(operators), fc.oneof(one(values), fc.string({ maxLength: 6 })))
  .map((parts) => parts.join(''));
const joined = fc.tuple(condition, one([' and ', ' or ', ' and not ', ' AND ', 'and', ', ', ' ']), condition);
const texts = fc.oneof(
  { weight: 4, arbitrary: condition },
  joined.map((parts) => parts.join('')),
  condition.map((inner) => `not (${inner})`),
  fc.tuple(fc.nat(40), condition).map(([deep, inner]) => `${'('.repeat(deep)}${inner}${')'.repeat(deep)}`),
  fc.tuple(fc.nat(300), condition).map(([many, inner]) => new Array(many).fill(inner).join(' and ')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const entities: readonly EntityName[] = ['user', 'user', 'membership', 'organization', 'role', 'settings'];

it('whatever is written as conditions, order or groups: rows are found, or it is said what is possible', async () => {
  const store = await openTempStore(await temporaryFolder());
  const rows = fc.sample(people, { numRuns: 60, seed: 11 }).map((row, index) => {
    return { entity: 'user' as const, record: sampleRecord('user', `user_${index}`, row as object) };
  });
  await store.write({ put: rows });
  const counts = { asked: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(one(entities), texts, path, async (entity, text, field) => {
      const where = parseWhere(entity, [text]);
      if (!where.ok) {
        expect(where.error).toMatchObject({ code: 'invalid-input', next: expect.stringMatching(/\w/) });
        counts.refused += 1;
        return;
      }
      const query = { entity, where: where.value, limit: 5 };
      const asked = PageQuery.parse(query);
      const sorted = PageQuery.safeParse({ ...query, sort: { field, direction: 'asc' } });
      for (const each of sorted.success ? [asked, sorted.data] : [asked])
        await readPage({ store, now: Date.now }, each);
      const groups = GroupQuery.safeParse({ query, field });
      if (groups.success) await readGroups({ store, now: Date.now }, groups.data);
      counts.asked += 1;
    }),
    {
      numRuns: 1_500,
      examples: ['server.name[[[[]]]]and=[', 'publicMetadata.a[b]=1', 'publicMetadata.a\\=1'].map((text) => [
        'user' as const,
        text,
        'publicMetadata.[0]',
      ]),
    },
  );
  // What is always refused, or never, would prove nothing.
  expect(counts.asked).toBeGreaterThan(100);
  expect(counts.refused).toBeGreaterThan(100);
});
