import { expect, it } from 'vitest';
import { colleague } from './colleague';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

/** How often a list was asked for since the service counts its requests. */
async function walksOf(rig: ReconcileRig, list: string): Promise<number> {
  const asked = await rig.sandbox.control.requests();
  return asked.filter(({ method, path }) => method === 'GET' && path.split('?')[0]?.endsWith(`/${list}`))
    .length;
}

it('an entry of a list that a colleague took out and put back is not gone as asked: the plan says so, and nothing is closed; plan and run walk each list once', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const entries = await rig.store.list('blocklistIdentifier', [], 3);
  const [entry, other, gone] = entries;
  if (entry === undefined || other === undefined || gone === undefined)
    throw new Error('a world has a blocklist');
  await rig.stage(...entries.map(({ id }) => drafts.remove('blocklistIdentifier', id)));
  for (const { id } of entries) await colleague(rig, 'DELETE', `/blocklist_identifiers/${id}`);
  for (const { identifier } of [other, entry])
    await colleague(rig, 'POST', '/blocklist_identifiers', { identifier });
  const [url, next] = await rig.store.list('redirectUrl', [], 2);
  if (url === undefined || next === undefined) throw new Error('a world has redirect URLs');
  await rig.stage(...[url, next].map(({ id }) => drafts.remove('redirectUrl', id)));
  for (const { id } of [url, next]) await colleague(rig, 'DELETE', `/redirect_urls/${id}`);
  const before = [await walksOf(rig, 'blocklist_identifiers'), await walksOf(rig, 'redirect_urls')];
  const { steps: all } = await rig.plan();
  const steps = all.filter(({ entity }) => entity === 'blocklistIdentifier');
  const anew = [entry, other].map(({ id, identifier }) => [
    ...[id, 'refused', expect.stringContaining(`${identifier} was removed and made anew`)],
  ]);
  const told = steps.map(({ recordId, verdict, reason }) => [recordId, verdict, reason]);
  expect(told).toHaveLength(3);
  expect(told).toEqual(expect.arrayContaining([...anew, [gone.id, 'no-op', expect.anything()]]));
  expect(await rig.reconcile()).toMatchObject({ applied: 0, alreadySo: 3, refused: 2 });
  expect(await rig.open()).toHaveLength(2);
  // Two plans and a run.
  const since = [await walksOf(rig, 'blocklist_identifiers'), await walksOf(rig, 'redirect_urls')];
  expect(since.map((walks, at) => walks - (before[at] ?? 0))).toEqual([3, 3]);
});

it('an entry that a colleague takes out and puts back just before it is deleted here is not gone as asked', async () => {
  let meanwhile = async (): Promise<void> => undefined;
  const rig = await startReconcile({ scale: 0.05 }, (identity) => ({
    ...identity,
    send: async (call) => {
      await meanwhile();
      return identity.send(call);
    },
  }));
  const [entry] = await rig.store.list('blocklistIdentifier', [], 1);
  if (entry === undefined) throw new Error('a world has a blocklist');
  meanwhile = async () => {
    await colleague(rig, 'DELETE', `/blocklist_identifiers/${entry.id}`);
    await colleague(rig, 'POST', '/blocklist_identifiers', { identifier: entry.identifier });
  };
  await rig.stage(drafts.remove('blocklistIdentifier', entry.id));
  expect(await rig.reconcile()).toMatchObject({ applied: 0, alreadySo: 0, refused: 1 });
  expect(await rig.open()).toMatchObject([{ state: 'refused', outcome: { code: 'made-anew' } }]);
});

it('whether what is gone was made anew is not known where the service does not answer: nothing is closed', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const entries = await rig.store.list('redirectUrl', [], 2);
  await rig.stage(...entries.map(({ id }) => drafts.remove('redirectUrl', id)));
  for (const { id, url } of entries) {
    await colleague(rig, 'DELETE', `/redirect_urls/${id}`);
    await colleague(rig, 'POST', '/redirect_urls', { url });
  }
  const match = { method: 'GET', path: '/redirect_urls$' } as const;
  await rig.sandbox.control.addFault({ kind: 'status', status: 500, times: 99, match });
  const before = await walksOf(rig, 'redirect_urls');
  const plan = await rig.plan();
  const failure = { code: 'service-error' };
  expect(plan).toMatchObject({ steps: [], unread: [{ failure }, { failure }] });
  // Thrice, as any read, for both of them.
  expect((await walksOf(rig, 'redirect_urls')) - before).toBe(3);
  expect(await rig.apply(plan)).toMatchObject({ ok: true, value: { alreadySo: 0, refused: 0 } });
  expect(await rig.open()).toHaveLength(2);
  await rig.sandbox.control.clearFaults();
  // The run asks by itself.
  expect(await rig.apply(plan)).toMatchObject({ ok: true, value: { alreadySo: 0, refused: 2 } });
  expect(await rig.open()).toMatchObject([
    { outcome: { code: 'made-anew' } },
    { outcome: { code: 'made-anew' } },
  ]);
});
