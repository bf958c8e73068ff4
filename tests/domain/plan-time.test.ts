import { endpointLimitOf } from '@shared/domain/endpoint-limits';
import { callCount, planTime, timeText } from '@shared/domain/reconcile/plan-time';
import { describe, expect, it, test } from 'vitest';

const hour = 3_600_000;
const times = (count: number, call: string, verb: 'create' | 'update' = 'update') =>
  Array.from({ length: count }, () => ({ call, verb }));
const invite = (organization: string): string => `POST /organizations/${organization}/invitations`;

describe('the time that a plan takes', () => {
  it('2,000 invitations go by tens and take 4 hours, in however many organizations; one alone counts as one', () => {
    const spread = Array.from({ length: 2_000 }, (_, index) => ({
      call: invite(`org_${index % 7}`),
      verb: 'create' as const,
    }));
    expect(timeText(planTime(spread, 1_000))).toBe(
      'about 4 hours: the service takes 50 bulk organization invitations an hour',
    );
    const alone = Array.from({ length: 500 }, (_, index) => ({
      call: invite(`org_${index}`),
      verb: 'create' as const,
    }));
    expect(timeText(planTime(alone, 1_000))).toBe(
      'about 2 hours: the service takes 250 organization invitations an hour',
    );
  });

  it('200 bans are a fresh read each and four calls', () => {
    const bans = Array.from({ length: 2_000 }, (_, index) => ({
      call: `POST /users/user_${index}/ban`,
      verb: 'update' as const,
    }));
    expect(planTime(bans, 1_000).ms).toBe(20_400);
    expect(callCount(bans)).toBe(40);
    expect(callCount([...bans.slice(0, 1), ...times(3, 'PATCH /organizations/org_1')])).toBe(4);
  });

  it('nothing is said of what goes at once', () => {
    for (const steps of [
      [],
      times(250, invite('org_1'), 'create'),
      times(10, 'PATCH /organizations/org_1'),
      times(400, 'PATCH /organizations/org_1/memberships/user_1').map((step, index) => ({
        ...step,
        call: `${step.call}${index}`,
      })),
      times(3, 'cannot be sent: update role'),
    ])
      expect(timeText(planTime(steps, 1_000))).toBe('');
  });

  it('changes of one record, metadata among them, and the requests of the instance count as well', () => {
    const one = [
      ...times(6, 'PATCH /organizations/org_1'),
      ...times(6, 'PATCH /organizations/org_1/metadata'),
      ...times(6, 'PATCH /organizations/org_2'),
    ];
    expect(planTime(one, 1_000)).toEqual({
      ms: 12_000,
      limit: 'the service takes 10 changes of one organization in 10 seconds',
    });
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      call: `PATCH /organizations/org_1/memberships/user_${index}`,
      verb: 'update' as const,
    }));
    expect(timeText(planTime(many, 1_000))).toBe(
      'about 60 seconds: the service takes 1,000 requests in 10 seconds',
    );
    expect(timeText(planTime(many, 100))).toBe(
      'about 10 minutes: the service takes 100 requests in 10 seconds',
    );
  });

  it.each([
    [9_999, ''],
    [10_000, 'about 10 seconds: x'],
    [95_000, 'about 2 minutes: x'],
    [58 * 60_000, 'about an hour: x'],
    [1.5 * hour, 'about 1.5 hours: x'],
    [30 * hour, 'about 30 hours: x'],
  ])('%i ms is "%s"', (ms, text) => {
    expect(timeText({ ms, limit: 'x' })).toBe(text);
  });
});

test.each([
  ['POST', '/invitations', 100, hour, 'POST /invitations'],
  ['POST', '/invitations/bulk', 25, hour, 'POST /invitations/bulk'],
  ['POST', '/organizations/org_1/invitations', 250, hour, 'POST /organizations/{id}/invitations'],
  ['POST', '/organizations/org_1/invitations/bulk', 50, hour, 'POST /organizations/{id}/invitations/bulk'],
  ['PATCH', '/users/user_1', 10, 10_000, 'changes of /users/user_1'],
  ['PATCH', '/users/user_1/metadata', 10, 10_000, 'changes of /users/user_1'],
  ['PUT', '/organizations/org_1/metadata?x=1', 10, 10_000, 'changes of /organizations/org_1'],
  [
    'PATCH',
    '/organizations/org_1/memberships/user_1/metadata',
    10,
    10_000,
    'changes of /organizations/org_1/memberships/user_1',
  ],
])('%s %s has a limit of its own', (method, path, limit, windowMs, key) => {
  expect(endpointLimitOf({ method, path })).toMatchObject({ key, limit, windowMs });
});

test.each([
  ['GET', '/organizations/org_1/invitations'],
  ['POST', '/organizations'],
  ['POST', '/organizations/org_1/invitations/orginv_1/revoke'],
  ['PATCH', '/organization_roles/role_1'],
  ['DELETE', '/organizations/org_1'],
  ['PUT', '/organizations/org_1/logo'],
  ['PATCH', '/platform/applications/app_1/instances/production/config'],
])('%s %s counts for the instance alone', (method, path) => {
  expect(endpointLimitOf({ method, path })).toBeNull();
});
