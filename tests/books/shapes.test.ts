import { applicationGroup } from '@shared/domain/books/application-group';
import { baseline, exception } from '@shared/domain/books/baseline';
import { Moment } from '@shared/domain/books/book';
import { findingAcceptance } from '@shared/domain/books/finding-books';
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

it.each([
  ['2026-10-25', Date.UTC(2026, 9, 25)],
  // The hour that Berlin has twice that night, each time by its offset.
  ['2026-10-25T02:30:00+02:00', Date.UTC(2026, 9, 25, 0, 30)],
  ['2026-10-25T02:30:00+01:00', Date.UTC(2026, 9, 25, 1, 30)],
  [5, 5],
])('%s is one moment, wherever it is read', (given, at) => {
  expect(Moment.parse(given)).toBe(at);
});

it('an exception and an acceptance end on a day as well', () => {
  const entry = { until: '2026-12-31', reason: 'contract' };
  const of = { applicationId: 'app_1', path: minLength, value: 9 };
  const until = Date.UTC(2026, 11, 31);
  expect(exception.value.parse({ ...of, ...entry })).toMatchObject({ until });
  expect(findingAcceptance.value.parse({ check: 'x', ...entry })).toMatchObject({ until });
});

it.each(['2026-10-25T02:30:00', '25.10.2026', '2026-02-30', '2026-1-1', 'soon'])(
  '%s is no moment, which says how one is written',
  (given) => {
    expect(Moment.safeParse(given).error?.message).toContain('a day (2026-11-30) or a time with its offset');
  },
);
