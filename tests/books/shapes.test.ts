import { applicationGroup } from '@shared/domain/books/application-group';
import { baseline } from '@shared/domain/books/baseline';
import type { JsonObject } from '@shared/domain/json';
import { expect, it } from 'vitest';

const minLength = 'config.auth_password.min_length';

it.each<[string, JsonObject]>([
  ['a secret', { settings: [{ path: 'config.connection_oauth_google.client_secret', value: 'x' }] }],
  ['what reads back as null', { settings: [{ path: minLength, value: null }] }],
  [
    'a setting twice',
    {
      settings: [
        { path: minLength, value: 8 },
        { path: minLength, value: 9 },
      ],
    },
  ],
  [
    'a secret deep inside',
    {
      settings: [
        { path: 'config.connection_oauth_google.credentials', value: { client_id: 'a', client_secret: 'b' } },
      ],
    },
  ],
  ['no setting', { settings: [{ path: 'name', value: 'x' }] }],
  ['a group that is not named', { level: 'group', settings: [] }],
  ['an application for all', { of: 'app_1', settings: [] }],
])('a baseline cannot hold %s', (_, given) => {
  expect(baseline.value.safeParse({ name: 'x', level: 'all', ...given }).success).toBe(false);
});

it.each([
  ['null', { field: minLength, value: null }],
  ['what names nothing', { field: 'configuration', value: 1 }],
])('a rule of a group cannot ask for %s', (_, rule) => {
  expect(applicationGroup.value.safeParse({ name: 'G', where: [rule] }).success).toBe(false);
});
