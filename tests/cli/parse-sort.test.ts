import { parseSort } from '@main/cli/parse-sort';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';

it('several --sort are the keys of one order, the first before the next', () => {
  expect(valueIn(parseSort('user', ['-banned', 'email', 'createdAt:desc']))).toEqual({
    sort: { field: 'banned', direction: 'desc' },
    thenBy: [
      { field: 'email', direction: 'asc' },
      { field: 'createdAt', direction: 'desc' },
    ],
  });
  expect(valueIn(parseSort('user', ['']))).toEqual({});
});

it.each([
  [['email,createdAt'], 'names more than one field'],
  [['nope'], 'user cannot be sorted by it; its fields are id,'],
  [['email:down'], 'behind a field stands :asc or :desc'],
  [['email:desc:asc'], 'behind a field stands :asc or :desc'],
  [['email', '-email'], 'names email twice'],
  [['email', 'createdAt', 'banned', 'name'], 'takes 3 fields at most'],
])('%j is refused in words of the option', (texts, why) => {
  expect(parseSort('user', texts)).toMatchObject({
    ok: false,
    error: {
      code: 'invalid-input',
      message: expect.stringContaining(why),
      next: expect.stringContaining('--sort again'),
    },
  });
});
