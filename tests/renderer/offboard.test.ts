import { goingOf, offboardDrafts } from '@renderer/screens/people/offboard-drafts';
import type { Membership, User } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';

const person = (id: string, banned = false): User => ({ id, banned, server: {} }) as unknown as User;
const place = (id: string, userId: string): Membership => ({ id, userId }) as unknown as Membership;
const people = [person('user_1'), person('user_2', true)];
const places = [place('orgmem_1', 'user_1'), place('orgmem_2', 'user_1'), place('orgmem_3', 'user_2')];

it('offboarding ends sessions, memberships but those of an only admin, and bans whoever is not', () => {
  const drafts = offboardDrafts({ people, places, alone: places.slice(1, 2), how: 'ban' });
  expect(drafts.map(({ recordId, action: { verb } }) => `${verb} ${recordId}`)).toEqual([
    'perform user_1',
    'perform user_2',
    'delete orgmem_1',
    'delete orgmem_3',
    'update user_1',
  ]);
});

it('a deletion takes sessions and memberships along', () => {
  const drafts = offboardDrafts({ people, places, alone: [], how: 'delete' });
  expect(drafts.map(({ recordId, action: { verb } }) => `${verb} ${recordId}`)).toEqual([
    'delete user_1',
    'delete user_2',
  ]);
});

it('whom a directory manages is signed out and banned here; what it gives them stays, and they are not deleted', () => {
  const managed = { ...person('user_3'), directoryId: 'dir_1' };
  const verbs = (how: 'ban' | 'delete') =>
    offboardDrafts({ people: [...people, managed], places, alone: [], how }).map(
      ({ recordId, action: { verb } }) => `${verb} ${recordId}`,
    );
  expect(verbs('ban').filter((each) => each.endsWith('user_3'))).toEqual(['perform user_3', 'update user_3']);
  expect(verbs('delete')).toEqual(['delete user_1', 'delete user_2']);
  const going = (how: 'ban' | 'delete') => goingOf({ people: [...people, managed], how }).map(({ id }) => id);
  expect(going('ban')).toEqual(['user_1', 'user_2', 'user_3']);
  expect(going('delete')).toEqual(['user_1', 'user_2']);
});
