import { compareRoles } from '@renderer/screens/roles/compare-roles';
import type { Permission } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';

const permissions = ['a', 'b', 'c', 'd'].map((key) => ({ key }) as Permission);
const role = (...permissionKeys: string[]) => ({ permissionKeys });

it('shows what differs first, and leaves out what neither holds', () => {
  const { rows, counts } = compareRoles(role('a', 'b'), role('a', 'c'), permissions);
  expect(rows.map(({ permission, holds }) => [permission.key, holds])).toEqual([
    ['b', 'one'],
    ['c', 'other'],
    ['a', 'both'],
  ]);
  expect(counts).toEqual({ both: 1, one: 1, other: 1 });
});

it('compares by their keys what no list of the service has', () => {
  const { rows, counts } = compareRoles(role('a', 'z', 'y'), role('a', 'y'), permissions.slice(0, 1));
  expect(rows.map(({ permission, holds }) => [permission.key, permission.name, holds])).toEqual([
    ['z', 'z', 'one'],
    ['a', undefined, 'both'],
    ['y', 'y', 'both'],
  ]);
  expect(counts).toEqual({ both: 2, one: 1, other: 0 });
});
