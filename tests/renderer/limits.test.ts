import { inPlace } from '@renderer/screens/limits/use-standing-rows';
import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { expect, test } from 'vitest';

const row = (id: string, limit = 10): OrganizationFigures => ({
  id: id as OrganizationFigures['id'],
  name: id,
  used: 5,
  limit,
  serverLimit: limit,
  invited: 0,
  admins: 1,
  level: 'free',
  fullness: 5 / limit,
});

test('an edited row stays in its place, also when it fits the filter no more; others come at the end', () => {
  const all = [row('b', 900), row('a'), row('new')];
  expect(
    inPlace(['a', 'b', 'gone'], [row('new'), row('a')], all).map(({ id, limit }) => `${id} ${limit}`),
  ).toEqual(['a 10', 'b 900', 'new 10']);
});
