import { blankRecord } from '@shared/domain/blank-record';
import type { JsonValue } from '@shared/domain/json';
import { settle } from '@shared/domain/reconcile/settle';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { expect, it } from 'vitest';
import { applicationId } from './application-row';
import { organizationOf } from './sample-records';

const edit = { verb: 'update', field: 'name', base: 'Acme', value: 'Nova' } as const;
const before = organizationOf();
const answered = (record: RemoteRecord | null): RemoteResult<RemoteRecord | null> => ({
  ok: true,
  value: record,
  requestId: 'r1',
});
const failed = (over: Partial<RemoteFailure>): RemoteResult<never> => ({
  ok: false,
  failure: {
    kind: 'server',
    status: 500,
    code: '',
    message: '',
    requestId: '',
    retryAfterMs: 0,
    mayHaveTakenEffect: false,
    ...over,
  },
});

it.each([
  ['the wanted value', answered(organizationOf({ name: 'Nova' })), 'applied', 'applied'],
  ['another value than was sent', answered(before), 'refused', 'not-taken'],
  ['no record', answered(null), 'unknown', 'no-record'],
  [
    'a connection that broke after sending',
    failed({ kind: 'offline', mayHaveTakenEffect: true }),
    'unknown',
    'offline',
  ],
  ['a 502 after sending', failed({ status: 502, mayHaveTakenEffect: true }), 'unknown', 'server'],
  ['a 500 that had no effect', failed({}), 'retry', 'server'],
  ['a 429', failed({ kind: 'rate-limited', retryAfterMs: 3_000 }), 'retry', 'rate-limited'],
  ['a refusal', failed({ kind: 'invalid', status: 422, code: 'form_param' }), 'refused', 'form_param'],
])('an answer with %s settles as it must', (_, result, kind, code) => {
  const settled = settle({ entity: 'organization', action: edit, attempts: 1 }, before, result, 1_000);
  expect(settled).toMatchObject({ kind, outcome: { code } });
  if (code === 'rate-limited') expect(settled).toMatchObject({ at: 4_000 });
});

it('a refused key or a lost network stops the run, and nothing happened', () => {
  for (const kind of ['unauthorized', 'offline'] as const)
    expect(
      settle({ entity: 'organization', action: edit, attempts: 1 }, before, failed({ kind }), 1),
    ).toMatchObject({
      kind: 'stop',
    });
});

it('a setting that the service sorts or spells anew was taken; what stands there as before was not', () => {
  const path = 'config.branding.primary_color';
  const scopes = 'config.connection_oauth_google.scopes';
  const held = (primary_color: string, scopes: string[]) => ({
    ...blankRecord('application', applicationId, 0),
    config: { branding: { primary_color }, connection_oauth_google: { scopes } },
  });
  const answer = held('#ab12cd', ['read', 'write']);
  const settled = (field: string, base: JsonValue, value: JsonValue) =>
    settle(
      { entity: 'application', action: { verb: 'update', field, base, value }, attempts: 1 },
      held('#000000', []),
      answered(answer),
      1_000,
    ).kind;
  expect(settled(path, '#000000', '#AB12CD')).toBe('applied');
  expect(settled(scopes, [], ['write', 'read'])).toBe('applied');
  expect(settled(scopes, ['read', 'write'], ['write', 'read'])).toBe('refused');
  expect(settled(path, '#000000', '#AB12CE')).toBe('refused');
});
