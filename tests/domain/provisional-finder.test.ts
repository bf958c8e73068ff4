import { provisionalFinder, provisionalId } from '@shared/domain/ids';
import { expect, it } from 'vitest';

it('of ids that begin with another, the one that a text names is found', () => {
  const [short, long] = [provisionalId('a'), provisionalId('a.b')];
  const find = provisionalFinder(new Set([short, long]));
  expect(find(`/organizations/${long}/memberships`)).toEqual([long]);
  expect(find(`{"from":"${long}","to":["${short}","${short}"]}`)).toEqual([long, short]);
  expect(find('/organizations/org_1 {"name":"new_"}')).toEqual([]);
});

it('each of 20,000 texts is walked once, whatever the number of ids', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => provisionalId(`${index}`.padStart(32, 'f')));
  const find = provisionalFinder(new Set(ids));
  for (const id of ids) expect(find(`/organizations/${id}/invitations {"role":"org:member"}`)).toEqual([id]);
}, 5_000);
