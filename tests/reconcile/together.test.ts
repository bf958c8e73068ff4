import type { IntentDraft } from '@shared/domain/intent';
import { expect, it, test } from 'vitest';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const ban = (recordId: string, value = true): IntentDraft => ({
  entity: 'user',
  recordId: recordId as never,
  action: { verb: 'update', field: 'banned', value },
});

const inviteTo = (entity: 'instanceInvitation' | 'waitlistEntry', count: number): readonly IntentDraft[] =>
  Array.from({ length: count }, (_, each) => ({
    entity,
    action: { verb: 'create', values: { email: `many${each}@together.example` } },
  }));

/** People who are free to sign in. */
async function people(rig: ReconcileRig, count: number): Promise<readonly string[]> {
  const rows = await rig.store.list('user', []);
  const free = rows.filter(({ banned }) => !banned).slice(0, count);
  expect(free).toHaveLength(count);
  return free.map(({ id }) => id);
}

async function sent(rig: ReconcileRig): Promise<readonly string[]> {
  const requests = await rig.sandbox.control.requests();
  return requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
}

const bannedThere = async (rig: ReconcileRig, ids: readonly string[]): Promise<number> => {
  let count = 0;
  for (const id of ids) {
    const url = `${rig.sandbox.url}/v1/users/${id}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${rig.sandbox.secretKey}` } });
    if (((await answer.json()) as { banned: boolean }).banned) count += 1;
  }
  return count;
};

test('120 bans go as a few calls of up to 50, each person once; so does lifting them', async () => {
  const rig = await startReconcile({ world: 'lumen', scale: 0.2 });
  const ids = await people(rig, 120);
  for (const [value, path] of [
    [true, '/users/ban'],
    [false, '/users/unban'],
  ] as const) {
    const before = (await sent(rig)).length;
    await rig.stage(...ids.map((id) => ban(id, value)));
    expect(await rig.reconcile()).toMatchObject({ applied: 120, refused: 0, left: 0, unknown: 0 });
    const calls = (await sent(rig)).slice(before);
    // Three are enough; on a busy machine some go before they are full, and one that nobody joins goes by its own address.
    expect(calls.length).toBeLessThan(60);
    const alone = calls.filter((call) => call !== path);
    expect(
      alone.every((call) => call.startsWith('/users/') && call.endsWith(path.slice('/users'.length))),
    ).toBe(true);
    expect(alone.length).toBeLessThan(ids.length / 5);
    expect(await bannedThere(rig, ids)).toBe(value ? 120 : 0);
  }
});

it.each([
  ['lost', { kind: 'drop', phase: 'after' }],
  ['never there', { kind: 'drop', phase: 'before' }],
  ['a list without the person', { kind: 'truncate', phase: 'after', bytes: 2 }],
  ['429', { kind: 'status', status: 429, retryAfter: 1, times: 2 }],
] as const)('a bulk answer that is %s leaves nobody behind', async (_, fault) => {
  const rig = await startReconcile({ world: 'lumen', scale: 0.2 });
  const ids = await people(rig, 70);
  await rig.stage(...ids.map((id) => ban(id)));
  await rig.sandbox.control.addFault({ ...fault, match: { method: 'POST', path: '/users/ban' } });
  const { applied, alreadySo, ...rest } = await rig.reconcile();
  expect(rest).toMatchObject({ refused: 0, left: 0, unknown: 0, conflicts: 0 });
  expect(applied + alreadySo).toBe(70);
  expect((await rig.sandbox.control.faults())[0]?.fired).toBeGreaterThan(0);
  expect(await bannedThere(rig, ids)).toBe(70);
});

it('what one call refuses is refused for that one alone', async () => {
  const rig = await startReconcile({ world: 'lumen', scale: 0.2 });
  const { id: taken } = await rig.store
    .list('user', [])
    .then((rows) => rows.find(({ email }) => email !== '') ?? { id: '' });
  await rig.stage(...inviteTo('instanceInvitation', 25));
  const plan = await rig.plan();
  // After the plan, somebody signs up with one of the addresses: no bulk with it can go.
  const made = await fetch(`${rig.sandbox.url}/v1/users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rig.sandbox.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email_address: ['many7@together.example'], skip_password_requirement: true }),
  });
  expect([made.status, taken !== '']).toEqual([200, true]);
  const report = await rig.apply(plan);
  expect(report).toMatchObject({ ok: true, value: { applied: 24, refused: 1, left: 0, unknown: 0 } });
  expect(await rig.open()).toMatchObject([{ state: 'refused', label: 'many7@together.example' }]);
});

it('a bulk creation whose answer was lost makes nothing twice', async () => {
  const rig = await startReconcile({ world: 'lumen', scale: 0.2 });
  for (const entity of ['instanceInvitation', 'waitlistEntry'] as const) {
    const path = entity === 'waitlistEntry' ? '/waitlist_entries/bulk' : '/invitations/bulk';
    await rig.stage(...inviteTo(entity, 30));
    await rig.sandbox.control.addFault({ kind: 'drop', phase: 'after', match: { method: 'POST', path } });
    expect(await rig.reconcile()).toMatchObject({ applied: 30, refused: 0, left: 0, unknown: 0 });
    expect((await rig.sandbox.control.faults())[0]?.fired).toBe(1);
    await rig.sandbox.control.clearFaults();
    const rows = await rig.store.list(entity, []);
    expect(rows.filter(({ email }) => email.endsWith('@together.example'))).toHaveLength(30);
    const url = `${rig.sandbox.url}/v1${path.slice(0, -5)}?query=together.example&limit=100&paginated=true`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${rig.sandbox.secretKey}` } });
    expect(((await answer.json()) as { total_count: number }).total_count).toBe(30);
  }
});
