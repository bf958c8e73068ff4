import {
  equals,
  fieldFilter,
  narrowing,
  noScope,
  type RecordFilter,
  recordQuery,
  stateFilter,
} from '@renderer/screens/kit/record-filter';
import { groupRejections } from '@renderer/screens/shared/group-rejections';
import { describe, expect, test } from 'vitest';

const role = fieldFilter({ field: 'role', label: 'Role', options: [{ value: 'org:admin', label: 'Admin' }] });
const policy: RecordFilter = { ...role, param: 'policy', where: () => [], keepsRows: true };
const notAcme = { field: 'organizationName', op: 'ne', value: 'Acme' } as const;
const admins = { field: 'role', op: 'eq', value: 'org:admin' } as const;
const sort = { field: 'userName', direction: 'asc' } as const;
const scope = { where: equals('organizationId', 'org_1'), params: ['org'] };

describe('a table of records', () => {
  test('asks for what its filters, its scope, its text and its sort say', () => {
    const asked = recordQuery(
      { filters: [role, stateFilter, policy], scope, sort, conditions: [{ any: [notAcme, admins] }] },
      { role: 'org:admin', text: 'dana', sort: 'role:desc,userName:asc', policy: 'password' },
    );
    expect(asked).toEqual({
      where: [
        { field: 'organizationId', op: 'eq', value: 'org_1' },
        { field: 'role', op: 'eq', value: 'org:admin' },
        { any: [notAcme, admins] },
      ],
      text: 'dana',
      sort: { field: 'role', direction: 'desc' },
      thenBy: [{ field: 'userName', direction: 'asc' }],
    });
    expect(recordQuery({ filters: [role], scope: noScope, sort, conditions: [] }, {})).toEqual({
      where: [],
      text: '',
      sort,
    });
  });

  test('is narrowed by what leaves rows out, and clears just that', () => {
    expect(narrowing([role, policy], scope)).toEqual(['role', 'org', 'text', 'where']);
    expect(narrowing([role], noScope)).toEqual(['role', 'text', 'where']);
  });
});

test('drafts that were rejected for one reason are told once, with whom it concerns', () => {
  const failure = { code: 'invalid-input', message: 'No seat is free.', next: 'Raise the limit.' } as const;
  const rejected = [0, 2].map((index) => ({ index, failure }));
  const [told, ...more] = groupRejections({ rejected }, ['Ann', 'Bob', 'Cem']);
  expect(told?.message).toBe('Not staged for 2 rows (Ann, Cem): No seat is free.');
  expect(more).toEqual([]);
  expect(groupRejections({ rejected: rejected.slice(0, 1) }, ['Ann'])).toEqual([failure]);
});
