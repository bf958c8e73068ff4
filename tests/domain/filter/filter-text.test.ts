import type { Condition } from '@shared/domain/filter/condition';
import { filterText } from '@shared/domain/filter/filter-text';
import { matchesAll } from '@shared/domain/filter/matches';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { atMoment } from '@shared/domain/filter/span';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditions, now, people } from './random-conditions';

const read = (text: string): readonly Condition[] => {
  const parsed = parseFilter('user', text);
  if (!parsed.ok) throw new Error(`${parsed.error.message} ${parsed.error.next}`);
  return parsed.value;
};
const rows = fc.sample(people, { numRuns: 80, seed: 5 });
const fault = (text: string): string => {
  const parsed = parseFilter('user', text);
  return parsed.ok ? 'none' : `${parsed.error.message} ${parsed.error.next}`;
};

describe('the text of a filter', () => {
  it('is read as what it was written of', () => {
    fc.assert(
      fc.property(conditions, (where) => {
        const text = filterText('user', where);
        const [was, is] = [where, read(text)].map((each) => atMoment('user', each, now));
        for (const row of rows) expect(matchesAll(is ?? [], row)).toBe(matchesAll(was ?? [], row));
        expect(filterText('user', read(text))).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    [
      'banned=true and email contains acme',
      [
        { field: 'banned', op: 'eq', value: true },
        { field: 'email', op: 'contains', value: 'acme' },
      ],
    ],
    ['name = Rock and Roll', [{ field: 'name', op: 'eq', value: 'Rock and Roll' }]],
    [
      'name=Rock and banned=true',
      [
        { field: 'name', op: 'eq', value: 'Rock' },
        { field: 'banned', op: 'eq', value: true },
      ],
    ],
    ['name="Rock and banned=true"', [{ field: 'name', op: 'eq', value: 'Rock and banned=true' }]],
    ['name=Acme (old)', [{ field: 'name', op: 'eq', value: 'Acme (old)' }]],
    [
      'not (name=Acme (old) or banned=true)',
      [
        {
          none: [
            { field: 'name', op: 'eq', value: 'Acme (old)' },
            { field: 'banned', op: 'eq', value: true },
          ],
        },
      ],
    ],
    ['lastSignInAt not in last 90 days', [{ field: 'lastSignInAt', op: 'notLast', value: '90d' }]],
    [
      'createdAt in last 2w OR createdAt IN NEXT 12h',
      [
        {
          any: [
            { field: 'createdAt', op: 'last', value: '2w' },
            { field: 'createdAt', op: 'next', value: '12h' },
          ],
        },
      ],
    ],
    [
      'createdAt between 2026-01-01 and 2026-02-01',
      [{ field: 'createdAt', op: 'between', value: [Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 2) - 1] }],
    ],
    [
      'createdAt=2026-01-31 and lastSignInAt>2026-02 and lastActiveAt<=2026-01-31',
      [
        { field: 'createdAt', op: 'between', value: [Date.UTC(2026, 0, 31), Date.UTC(2026, 1, 1) - 1] },
        { field: 'lastSignInAt', op: 'gt', value: Date.UTC(2026, 2, 1) - 1 },
        { field: 'lastActiveAt', op: 'lte', value: Date.UTC(2026, 1, 1) - 1 },
      ],
    ],
    [
      'createdAt not in (2026-01-31, 2026-02-01T00:00:00.000Z)',
      [
        {
          none: [
            { field: 'createdAt', op: 'between', value: [Date.UTC(2026, 0, 31), Date.UTC(2026, 1, 1) - 1] },
            { field: 'createdAt', op: 'eq', value: Date.UTC(2026, 1, 1) },
          ],
        },
      ],
    ],
    ['createdAt<=9000000000000000', [{ field: 'createdAt', op: 'lte', value: 9e15 }]],
    [
      'publicMetadata.tier in (gold, "12", 12, true)',
      [{ field: 'publicMetadata.tier', op: 'in', value: ['gold', '12', 12, true] }],
    ],
    [
      'publicMetadata.tier exists and publicMetadata.beta absent',
      [
        { field: 'publicMetadata.tier', op: 'set', value: true },
        { field: 'publicMetadata.beta', op: 'set', value: false },
      ],
    ],
    [
      'email IS EMPTY or externalId is  not empty and name=is empty',
      [
        {
          any: [
            { field: 'email', op: 'set', value: false },
            {
              all: [
                { field: 'externalId', op: 'set', value: true },
                { field: 'name', op: 'eq', value: 'is empty' },
              ],
            },
          ],
        },
      ],
    ],
    ['"publicMetadata.my tier" = gold', [{ field: 'publicMetadata.my tier', op: 'eq', value: 'gold' }]],
    ['not banned=true', [{ none: [{ field: 'banned', op: 'eq', value: true }] }]],
    ['', []],
  ] as const)('says %s', (text, where) => {
    expect(read(text)).toEqual(where);
    expect(read(filterText('user', where))).toEqual(where);
  });

  it.each([
    ['colour=red', 'firstName'],
    ['banned=true and colour=red', '"colour" is no field of user'],
    ['banned', 'in last'],
    ['(banned=true', 'Close it'],
    ['banned=yes', 'true or false'],
    ['lastSignInAt in last week', '90d'],
    ['lastSignInAt in last 0d', '90d'],
    ['name in last 90d', 'is no time'],
    ['lastSignInAt=null', 'is empty'],
    ['createdAt>2026-02-31', 'takes a time'],
    ['banned contains x', 'holds no text'],
    ['name contains ', 'takes a text'],
    ['state in (synced, nope)', 'synced, pending'],
    ['state in synced', 'takes a list'],
    ['name between a', 'two values'],
    ['banned=true)', 'true or false'],
    ['not', 'no field'],
    [`${'('.repeat(40)}banned=true${')'.repeat(40)}`, 'too deep'],
  ])('refuses %s, and says what is possible', (text, says) => {
    expect(fault(text)).toContain(says);
  });

  it('of what stands beside a row says whose field it is, and what rows are compared by', () => {
    const refused = parseFilter('membership', 'banned=true');
    expect(refused).toMatchObject({
      ok: false,
      error: {
        message: expect.stringContaining('"banned" stands beside rows of membership, as banned of user'),
        next: expect.stringMatching(/list user --where banned=.*userName/),
      },
    });
  });
});
