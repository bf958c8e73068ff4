import { changeTitle } from '@renderer/fields/describe-change';
import { expect, it } from 'vitest';
import { stepOf } from './step-of';

const titleOf = (
  entity: 'application' | 'roleSet',
  field: string,
  mine: object,
  names: ReadonlyMap<string, string> = new Map(),
) =>
  changeTitle(
    { ...stepOf('int_1', { entity, verb: 'perform', field, label: 'Vale' }), mine: mine as never },
    names,
  );

it('a group of settings that a new application takes is told setting by setting', () => {
  const value = { min_length: 12, disable_hibp: false, nested: { regions: ['eu', 'us'] } };
  expect(titleOf('application', 'takeConfig', { key: 'auth_password', value })).toBe(
    'Take settings over: Vale: Least password length: 12, Accept breached passwords: off, Passwords: nested, regions: eu, us',
  );
});

it('a number among the values of an act says what it counts', () => {
  expect(titleOf('application', 'rotateKeys', { overlapHours: 24 })).toBe(
    'Rotate the secret keys: Vale: The old keys work on for, in hours: 24',
  );
});

it('pairs among the values of an act read as what becomes what', () => {
  const mappings = { 'org:a': 'org:b', 'org:c': 'org:d' };
  expect(titleOf('roleSet', 'replace', { by: 'rset_2', mappings })).toMatch(
    /: rset_2, org:a → org:b, org:c → org:d$/,
  );
});

it('roles and role sets are called by their names, and where nobody changes role nothing is said of it', () => {
  const names = new Map([
    ['role_set:default', 'Default'],
    ['org:a', 'Admin'],
    ['org:b', 'Viewer'],
  ]);
  const title = (mine: object) => titleOf('roleSet', 'replace', mine, names);
  expect(title({ by: 'role_set:default', mappings: { 'org:a': 'org:b' } })).toMatch(
    /: Default, Admin → Viewer$/,
  );
  expect(title({ by: 'role_set:default', mappings: {} })).toMatch(/: Default$/);
  expect(titleOf('roleSet', 'addRoles', { roleKeys: ['org:a', 'org:b'] }, names)).toMatch(/: Admin, Viewer$/);
});
