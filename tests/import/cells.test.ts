import { guessColumns } from '@shared/domain/import/guess-columns';
import { type ImportCell, sameCell } from '@shared/domain/import/import-cell';
import { readCell } from '@shared/domain/import/read-cell';
import type { JsonValue } from '@shared/domain/json';
import type { Kind } from '@shared/domain/kinds/kinds';
import { expect, it } from 'vitest';

const roles = new Map([
  ['org:admin', 'Admin'],
  ['org:member', 'Member'],
  ['org:twin', 'Member'],
]);
const read = (kind: Kind, cell: ImportCell, held?: JsonValue) => {
  const found = readCell(kind, cell, {
    roles,
    options: ['active', 'past_due'],
    says: { past_due: 'Past due' },
    held,
  });
  return 'value' in found ? found.value : `! ${found.fault}`;
};

it.each<[Kind, ImportCell, JsonValue]>([
  ['flag', 'Yes', true],
  ['flag', 'off', false],
  // A spreadsheet in German writes them so.
  ['flag', 'WAHR', true],
  ['flag', 'FALSCH', false],
  ['flag', true, true],
  ['flag', 1, true],
  ['flag', 'maybe', '! must be yes or no (true, false, 1, 0)'],
  ['seats', 'unlimited', 0],
  ['seats', '25', 25],
  ['seats', '25 seats', '! must be a number, or “unlimited”'],
  ['limit', 7, 7],
  ['time', '2026-11-30', Date.UTC(2026, 10, 30)],
  ['time', new Date(5), 5],
  // Without an offset of UTC, wherever it is read.
  ['time', '2026-11-30 09:00', Date.UTC(2026, 10, 30, 9)],
  ['time', '2026-11-30T09:00:00.5+0530', Date.UTC(2026, 10, 30, 3, 30, 0, 500)],
  ['time', '2024-02-29', Date.UTC(2024, 1, 29)],
  // No day of the month after, and nothing that no date is.
  ['time', '2026-02-31', '! must be a time such as 2026-11-30T09:00:00Z'],
  ['time', '9'.repeat(20), '! must be a time such as 2026-11-30T09:00:00Z'],
  ['time', 'soon', '! must be a time such as 2026-11-30T09:00:00Z'],
  // No day of another order, no name with a number, no day as spreadsheets count them.
  ['time', '03/04/2026', '! must be a time such as 2026-11-30T09:00:00Z'],
  ['time', 'Room 5', '! must be a time such as 2026-11-30T09:00:00Z'],
  ['time', 46_000, '! must be a time such as 2026-11-30T09:00:00Z'],
  ['time', '1793404800000', 1_793_404_800_000],
  // A number that JSON would write otherwise stays the text that it is.
  ['entry', '12345678901234567890', '12345678901234567890'],
  ['entry', '1.10', '1.10'],
  ['entry', '1e400', '1e400'],
  ['entry', '25', 25],
  ['role', 'org:admin', 'org:admin'],
  ['role', 'admin', 'org:admin'],
  // A name that two roles have says neither.
  ['role', 'Member', '! must be one of org:admin, org:member, org:twin, and is “Member”'],
  ['roles', 'org:admin; org:member', ['org:admin', 'org:member']],
  ['roles', '["org:admin"]', ['org:admin']],
  ['roles', 'org:none', '! must be one of org:admin, org:member, org:twin, and is “org:none”'],
  ['choice', 'PAST DUE', 'past_due'],
  ['choice', 'gone', '! must be one of active, past_due'],
  ['list', 'a, b\nc', ['a', 'b', 'c']],
  ['list', '["a,b"]', ['a,b']],
  ['list', '["a', '! must be a list: texts parted by commas, or JSON'],
  ['json', '{"a":1}', { a: 1 }],
  ['json', '[1]', '! must be a JSON object, such as {"tier":"gold"}'],
  ['text', "'=1+1", '=1+1'],
  ['text', "'quoted'", "'quoted'"],
  ['phone', "'+41791234567", '+41791234567'],
  ['text', 4711, '4711'],
])('%s %j is %j', (kind, cell, value) => {
  expect(read(kind, cell)).toEqual(value);
});

it('a value of metadata keeps its type where it has one, and is text where it reads as nothing else', () => {
  expect([
    read('entry', '5'),
    read('entry', '5', 'gold'),
    read('entry', '007'),
    read('entry', 'true'),
    read('entry', 'a b'),
  ]).toEqual([5, '5', '007', true, 'a b']);
});

it('a cell that differs is not the same', () => {
  expect(sameCell('text', 'Acme', 'Acme Inc')).toBe(false);
  expect(sameCell('flag', true, 'false')).toBe(false);
  expect(sameCell('time', 0, '2026-01-01')).toBe(false);
  expect(sameCell('time', 1_000_000, '2026-01-01')).toBe(false);
  expect(sameCell('time', Date.UTC(2026, 2, 3), '2026-02-31')).toBe(false);
  expect(sameCell('seats', 5, '')).toBe(false);
  expect(sameCell('email', 'kim@acme.com', 'KIM@acme.com')).toBe(true);
  expect(sameCell('text', 'x'.repeat(40_000), `${'x'.repeat(32_766)}…`)).toBe(true);
  expect(sameCell('text', `${'x'.repeat(100)}y`, `${'x'.repeat(100)}…`)).toBe(false);
});

it('columns are recognised by path, by label and by what people call them, each field once', () => {
  const guessed = (entity: Parameters<typeof guessColumns>[0], columns: readonly string[]) => [
    ...guessColumns(entity, columns).values(),
  ];
  expect(
    guessed('user', [
      'E-Mail',
      'Surname',
      'given name',
      'Banned',
      'Remove',
      'Mail',
      'publicMetadata.tier',
      'Shoe size',
    ]),
  ).toEqual(['email', 'lastName', 'firstName', 'banned', 'delete', null, 'publicMetadata.tier', null]);
  expect(guessed('membership', ['Organization', 'Email', 'Role'])).toEqual([
    'organizationId',
    'userId',
    'role',
  ]);
  expect(guessed('membership', ['organizationName', 'userEmail', 'role'])).toEqual([
    'organizationId',
    'userId',
    'role',
  ]);
  expect(guessed('membership', ['id', 'organizationName', 'userEmail'])).toEqual([
    'id',
    'organizationName',
    'userEmail',
  ]);
  expect(guessed('invitation', ['Slug', 'Email', 'Position'])).toEqual(['organizationId', 'email', null]);
  expect(guessed('organization', ['name', 'Seats', 'Tagline'])).toEqual([
    'name',
    'maxAllowedMemberships',
    'branding.tagline',
  ]);
  expect(guessed('blocklistIdentifier', ['Address'])).toEqual(['identifier']);
  // The seats that count may be the plan's: importing them would make them the organization's own.
  expect(guessed('organization', ['slug', 'seatLimit', 'admins', 'Seat limit'])).toEqual([
    'slug',
    null,
    null,
    'maxAllowedMemberships',
  ]);
});
