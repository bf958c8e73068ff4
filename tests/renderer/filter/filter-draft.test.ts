import { conditionsOf, draftOf } from '@renderer/screens/kit/filter/filter-draft';
import { filterFields } from '@renderer/screens/kit/filter/filter-fields';
import { opsOf } from '@renderer/screens/kit/filter/filter-ops';
import { conditionWords } from '@renderer/screens/kit/filter/filter-words';
import { matchesAll } from '@shared/domain/filter/matches';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { atMoment } from '@shared/domain/filter/span';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions, now, people } from '../../domain/filter/random-conditions';

const roles = [{ key: 'org:admin', name: 'Admin' }];
const fields = filterFields('user', roles);

it('a filter that is opened and shown again asks for the same rows, or says what is to be typed', () => {
  const rows = fc.sample(people, { numRuns: 80, seed: 3 });
  let same = 0;
  fc.assert(
    fc.property(conditions, (where) => {
      const { where: made, faults } = conditionsOf('user', fields, draftOf('user', fields, where));
      if (faults.size > 0) return;
      same += 1;
      const [was, is] = [where, made].map((each) => atMoment('user', each, now));
      for (const row of rows) expect(matchesAll(is ?? [], row)).toBe(matchesAll(was ?? [], row));
    }),
    { numRuns: 2_000 },
  );
  expect(same).toBeGreaterThan(600);
});

it.each(['email is empty', 'email=""'])('%s is opened as an operator that takes no value', (text) => {
  const parsed = parseFilter('user', text);
  const { items } = draftOf('user', fields, parsed.ok ? parsed.value : []);
  expect(items).toMatchObject([{ path: 'email', asks: 'absent', values: [] }]);
  const [operator] = opsOf.text.filter(({ asks }) => asks === 'absent');
  expect(operator).toMatchObject({ label: 'is empty', takes: 'nothing' });
});

it.each([
  ['createdAt<=2026-05-10', ['2026-05-10']],
  ['createdAt>2026-05-10', ['2026-05-10']],
  ['createdAt between 2026-05 and 2026-06', ['2026-05-01', '2026-06-30']],
  ['createdAt>=9000000000000000', ['9000000000000000']],
] as const)('%s is opened as it was typed, and typed again it means the same', (text, typed) => {
  const parsed = parseFilter('user', text);
  const where = parsed.ok ? parsed.value : [];
  const opened = draftOf('user', fields, where);
  expect(opened.items).toMatchObject([{ values: typed }]);
  expect(conditionsOf('user', fields, opened).where).toEqual(where);
  expect(where.map((each) => conditionWords('user', fields, each))).toEqual([expect.any(String)]);
});

it('every field has a label of its own, secrets are none, and a role is one of the roles', () => {
  const labels = filterFields('membership', roles).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toContain('Role');
  const role = filterFields('membership', roles).find(({ path }) => path === 'role');
  expect(role?.options).toEqual([{ value: 'org:admin', label: 'Admin' }]);
});

describe('a condition reads as a sentence', () => {
  it.each([
    ['user', 'lastSignInAt not in last 90d', 'Not signed in for 90 days'],
    ['user', 'createdAt in last 7d', 'Created in the last 7 days'],
    ['invitation', 'expiresAt in next 30d', 'Expires within 30 days'],
    ['membership', 'role in (org:admin, org:other)', 'Role is Admin or org:other'],
    ['user', 'id in (a, b, c, d, e, f, g, h, i, j, k)', 'Id is one of 11 values'],
    ['user', 'publicMetadata.tier=gold', 'Public metadata › tier is gold'],
    ['user', 'publicMetadata.tier absent', 'Public metadata › tier is missing'],
    ['user', 'email is empty', 'Email is empty'],
    ['user', 'externalId is not empty', 'External id is not empty'],
    ['user', 'email=""', 'Email is empty'],
    ['user', 'email!=""', 'Email is not empty'],
    ['organization', 'membersCount between 5 and 20', 'Members 5 to 20'],
    ['user', 'banned=false', 'Banned: no'],
    ['user', 'banned=true or email contains acme', 'Banned: yes – or – Email contains acme'],
    ['user', 'createdAt<2026-01-01', 'Created before 1 Jan 2026, or never'],
  ] as const)('of %s: %s', (entity, text, sentence) => {
    const parsed = parseFilter(entity, text);
    const [condition] = parsed.ok ? parsed.value : [];
    expect(condition && conditionWords(entity, filterFields(entity, roles), condition)).toBe(sentence);
  });
});
