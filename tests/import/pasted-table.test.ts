import { pastedTable } from '@shared/domain/import/pasted-table';
import { expect, it } from 'vitest';

const isRole = (cell: string): boolean => ['admin', 'org:member', 'member'].includes(cell.toLowerCase());
const read = (text: string, single = false) => pastedTable(text, isRole, single);

it('lines of a spreadsheet are a table, with a head of their own or one by what they hold', () => {
  expect(read('Name\tEmail\tRole\nKim Lee\tkim@acme.com\tAdmin\n')).toEqual({
    head: null,
    lines: ['Name\tEmail\tRole', 'Kim Lee\tkim@acme.com\tAdmin'],
    hasRoles: true,
  });
  expect(read('Kim Lee\tkim@acme.com\tAdmin\r\nLee\tlee@acme.com\t\r\n')).toEqual({
    head: ['Column 1', 'email', 'role'],
    lines: ['Kim Lee\tkim@acme.com\tAdmin', 'Lee\tlee@acme.com\t'],
    hasRoles: true,
  });
  expect(read('Kim,kim@acme.com\nLee,lee@acme.com')).toMatchObject({
    head: ['Column 1', 'email'],
    hasRoles: false,
  });
  expect(read('kim@acme.com;member\nodd;member\nlee@acme.com;member')).toBeNull();
  expect(read('kim@acme.com\tmember\nodd\tmember')).toMatchObject({ head: ['email', 'role'] });
});

it('a list of addresses is none, unless one a line is asked for', () => {
  for (const text of [
    '',
    ' \n',
    'kim@acme.com',
    'kim@acme.com, lee@acme.com',
    'kim@acme.com, odd',
    'a@b.co,c@d.co\ne@f.co,g@h.co',
  ])
    expect(read(text), text).toBeNull();
  expect(read('kim@acme.com\nodd\n', true)).toEqual({
    head: ['email'],
    lines: ['kim@acme.com', 'odd'],
    hasRoles: false,
  });
  expect(read('Email\nkim@acme.com\n', true)).toEqual({
    head: null,
    lines: ['Email', 'kim@acme.com'],
    hasRoles: false,
  });
});
