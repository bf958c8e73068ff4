import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, openClient } from './open-client';

let client: Client;
beforeAll(async () => {
  client = await openClient({ scale: 0.02 });
});
afterAll(() => client.close());

const ask = async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(client.sandbox.controlUrl + path, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as { readonly error: string } };
};
const membership = { organization_id: 'org_1', user_id: 'user_1' };

describe('the control surface refuses what it does not know, and says what is possible', () => {
  it.each([
    [
      'POST',
      '/faults',
      { kind: 'drop', matches: { path: '/users' } },
      ['matches', 'match', 'times', 'phase'],
    ],
    [
      'POST',
      '/faults',
      { kind: 'status', status: 429, retry_after: 1 },
      ['retry_after', 'retryAfter', 'code'],
    ],
    [
      'POST',
      '/faults',
      { kind: 'drop', match: { paths: '/users' } },
      ['match.paths', 'method', 'path', 'instance'],
    ],
    ['POST', '/faults', { kind: 'drop', ms: 5 }, ['ms', 'kind', 'match']],
    ['POST', '/faults', { kind: 'explode' }, ['kind', 'drop', 'duplicate']],
    ['POST', '/faults', { match: {} }, ['kind', 'drop', 'duplicate']],
    ['POST', '/faults', { kind: 'drop', match: { method: 'PTACH' } }, ['match.method', 'PATCH', 'DELETE']],
    ['POST', '/faults', { kind: 'drop', match: { instance: 'ins_nope' } }, ['ins_nope', 'ins_2']],
    ['POST', '/faults', { kind: 'drop', phase: 'during' }, ['phase', 'before', 'after']],
    ['PUT', '/latency', { fixed: 5 }, ['fixed', 'fixedMs', 'jitterMs', 'seed']],
    ['PUT', '/rate-limit', { limit: 5, window: 10 }, ['window', 'limit', 'windowMs']],
    ['PUT', '/clock', { now: 'yesterday' }, ['now: ', 'number', 'ISO datetime']],
    ['POST', '/faults', { kind: 'delay', mS: 5 }, ['ms: is missing. Unknown field "mS"']],
    ['PUT', '/read-lag', { seconds: 5 }, ['seconds', 'ms']],
    ['POST', '/down', { mode: 'gone' }, ['mode', 'destroyed', 'refused']],
    ['POST', '/up', { now: true }, ['now']],
    ['POST', '/reset', { date: 'keep' }, ['date', 'data']],
    ['POST', '/keys/revoke', { instances: [] }, ['instances', 'instance']],
    ['POST', '/keys/revoke', { instance: 'ins_nope' }, ['ins_nope', 'ins_2']],
    ['POST', '/edit', { edit: [] }, ['edit', 'edits', 'instance']],
    ['POST', '/edit', { instance: 'ins_nope', edits: [{ user: 'u', set: {} }] }, ['ins_nope', 'ins_2']],
    ['POST', '/edit', { edits: [{ organisation: 'o', set: {} }] }, ['organization', 'membership', 'call']],
    [
      'POST',
      '/edit',
      { edits: [{ organization: 'o', sets: {} }] },
      ['edits.0', 'sets', 'organization', 'set'],
    ],
    [
      'POST',
      '/edit',
      { edits: [{ organization: 'o', set: { naem: 'x' } }] },
      ['edits.0.set.naem', 'name', 'slug'],
    ],
    ['POST', '/edit', { edits: [{ user: 'u', set: { firstName: 'x' } }] }, ['firstName', 'first_name']],
    ['POST', '/edit', { edits: [{ membership, set: { roles: 'x' } }] }, ['edits.0.set.roles', 'role']],
    ['POST', '/edit', { edits: [{ role: 'r', set: { title: 'x' } }] }, ['title', 'name', 'description']],
    [
      'POST',
      '/edit',
      { edits: [{ call: { method: 'GET', url: '/users' } }] },
      ['url', 'method', 'path', 'body'],
    ],
    ['POST', '/edit', { edits: [{ accept: { organization: 'o' } }] }, ['organization_id', 'invitation_id']],
    ['POST', '/fault', {}, ['/fault', 'POST /faults', 'POST /edit']],
    ['PATCH', '/latency', {}, ['PUT /latency']],
    ['GET', '/requests?methode=PATCH', undefined, ['methode', 'none']],
    ['POST', '/down?mode=refused', {}, ['mode', 'none']],
    ['DELETE', '/faults/fault_99', undefined, ['fault_99']],
    ['POST', '/edit', 'not json', ['JSON']],
  ] as const)('%s %s %j', async (method, path, body, words) => {
    const { status, body: answer } = await ask(method, path, body);
    expect([400, 404]).toContain(status);
    expect(typeof answer.error).toBe('string');
    for (const word of words) expect(answer.error).toContain(word);
  });

  it('and nothing was set by any of it', async () => {
    expect(await client.sandbox.control.state()).toMatchObject({
      faults: [],
      availability: 'up',
      rateLimit: null,
      readLagMs: 0,
    });
  });
});
