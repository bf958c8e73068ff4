import { blankRecord, noBranding } from '@shared/domain/blank-record';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';
import { matchFound } from '@shared/domain/reconcile/match-found';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { expect, it } from 'vitest';

const sentAt = 1_700_000_000_000;
const organization: RemoteRecord<'organization'> = {
  id: RecordId.parse('org_1'),
  name: 'Acme',
  slug: 'acme',
  logo: '',
  membersCount: 0,
  pendingInvitationsCount: 0,
  maxAllowedMemberships: 5,
  adminDeleteEnabled: true,
  roleSetKey: '',
  createdBy: 'user_1',
  branding: noBranding,
  publicMetadata: {},
  privateMetadata: {},
  createdAt: sentAt + 800,
  updatedAt: sentAt + 800,
};
const values: JsonObject = { name: 'Acme', slug: 'acme', maxAllowedMemberships: 5, createdBy: 'user_1' };
const match = (found: Partial<RemoteRecord<'organization'>>, sent: JsonObject = values, times = [sentAt]) =>
  matchFound({ entity: 'organization', action: { verb: 'create', values: sent } }, sent, times, [
    { ...organization, ...found },
  ]).kind;

it.each<[string, Partial<RemoteRecord<'organization'>>, string]>([
  ['what matches in every value, made while we sent', {}, 'ours'],
  ['a name in the spelling of the service', { name: 'Acme' }, 'ours'],
  ['another name', { name: 'Acme Ltd' }, 'doubt'],
  ['another limit', { maxAllowedMemberships: 6 }, 'doubt'],
  ['another creator', { createdBy: 'user_2' }, 'doubt'],
  ['no creator', { createdBy: '' }, 'doubt'],
  ['one made minutes before', { createdAt: sentAt - 4 * 60_000 }, 'doubt'],
  ['one made minutes later', { createdAt: sentAt + 4 * 60_000 }, 'doubt'],
])('with our slug, %s: %s', (_, found, kind) => {
  expect(match(found)).toBe(kind);
});

it.each<[string, Partial<RemoteRecord<'organization'>>, string]>([
  ['a namesake made while we sent, in every value alike', {}, 'ours'],
  ['a namesake made while we sent, with another limit', { maxAllowedMemberships: 6 }, 'doubt'],
  ['a namesake that is minutes older cannot be ours', { createdAt: sentAt - 4 * 60_000 }, 'none'],
  ['a namesake made an hour later', { createdAt: sentAt + 3_600_000 }, 'none'],
])('without a slug of ours: %s', (_, found, kind) => {
  expect(match(found, { ...values, slug: '' })).toBe(kind);
});

it('where the service tells no time, nothing is taken for ours unasked', () => {
  expect(match({}, values, [0])).toBe('doubt');
  expect(match({}, { ...values, slug: '' }, [0])).toBe('doubt');
});

it('sent twice within hours, only what was made while we sent is ours', () => {
  const times = [sentAt - 7_200_000, sentAt - 3_600_000, sentAt];
  const made = (createdAt: number, slug: string) => match({ createdAt }, { ...values, slug }, times);
  for (const time of times) expect([made(time, 'acme'), made(time + 800, '')]).toEqual(['ours', 'ours']);
  const between = sentAt - 1_800_000;
  expect([made(between, 'acme'), made(between, '')]).toEqual(['doubt', 'none']);
});

it('a creator that was not named must not be there', () => {
  const { createdBy: _, ...unnamed } = values;
  expect(match({ createdBy: '' }, unnamed)).toBe('ours');
  expect(match({}, unnamed)).toBe('doubt');
});

it.each<[string, Partial<RemoteRecord<'domain'>>, string]>([
  ['with its proxy', {}, 'ours'],
  ['without its proxy', { proxyUrl: '' }, 'none'],
  ['of another application', { applicationId: 'app_2' }, 'none'],
])('a domain of our name, %s: %s', (_, found, kind) => {
  const sent: JsonObject = { applicationId: 'app_1', name: 'shop.acme.example', proxyPath: '/__clerk' };
  const made = {
    ...blankRecord('domain', RecordId.parse('dmn_1'), sentAt),
    ...{ applicationId: 'app_1', name: 'shop.acme.example', proxyUrl: 'https://shop.acme.example/__clerk' },
    ...found,
  };
  const intent = { entity: 'domain', action: { verb: 'create', values: sent } } as const;
  expect(matchFound(intent, sent, [sentAt], [made]).kind).toBe(kind);
});
