import { expect, test } from 'vitest';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const hour = 3_600_000;

/** An organization without a seat limit. */
async function roomy(rig: ReconcileRig) {
  const [organization] = await rig.store.list('organization', [], 1);
  if (organization === undefined) throw new Error('the world has organizations');
  await rig.stage(drafts.organization(organization.id, 'maxAllowedMemberships', 0));
  await rig.reconcile();
  return organization;
}

const refusals = async ({ sandbox }: ReconcileRig): Promise<number> =>
  (await sandbox.control.state()).rateLimited;

const look = ['displayName', 'signInTitle', 'tagline', 'supportEmail'] as const;
const colours = ['primaryColor', 'backgroundColor', 'textColor'] as const;

test('more changes of one record than the service takes at once are paced, and none is answered with 429', async () => {
  const rig = await startReconcile({ scale: 0.02, limits: 'own' });
  const { id, name } = await roomy(rig);
  const stageAll = (mark: string) =>
    rig.stage(
      drafts.organization(id, 'name', `${name} ${mark}`),
      drafts.organization(id, 'adminDeleteEnabled', mark === 'b'),
      ...look.map((field) => drafts.organization(id, `branding.${field}`, `${mark}@only.example`)),
      ...colours.map((field) => drafts.organization(id, `branding.${field}`, `#${mark}00000`)),
    );
  let changes = 0;
  for (const mark of ['a', 'b']) {
    await stageAll(mark);
    const report = await rig.reconcile();
    expect(report).toMatchObject({ refused: 0, left: 0, unknown: 0, stoppedBy: null });
    changes += report.applied;
  }
  expect(changes).toBeGreaterThanOrEqual(12);
  expect(await refusals(rig)).toBe(0);
});

test('invitations beyond what an hour takes are left staged with the time, and go when it is over', async () => {
  const rig = await startReconcile({ scale: 0.02, limits: 'own' });
  const { id } = await roomy(rig);
  const all = 520;
  await rig.stage(...Array.from({ length: all }, (_, each) => drafts.invite(id, `p${each}@only.example`)));
  const plan = await rig.plan();
  expect(plan.time).toEqual({
    ms: (52 * hour) / 50,
    limit: 'the service takes 50 bulk organization invitations an hour',
  });
  const first = await rig.reconcile();
  // Ten go together; on a busy machine some go before ten have gathered.
  expect(first).toMatchObject({ refused: 0, stoppedBy: { code: 'rate-limited' } });
  expect(first.applied).toBeGreaterThan(250);
  expect(first.applied).toBeLessThanOrEqual(500);
  expect(first.applied + first.left).toBe(all);
  expect(first.stoppedBy?.detail).toEqual({ until: expect.any(Number) });
  const again = await rig.reconcile();
  expect(again).toMatchObject({ applied: 0, left: first.left, stoppedBy: { code: 'rate-limited' } });
  const sent = (await rig.sandbox.control.requests()).filter(({ path }) => path.endsWith('/bulk'));
  expect(sent).toHaveLength(50);
  rig.leap(hour);
  expect(await rig.reconcile()).toMatchObject({ applied: first.left, left: 0, stoppedBy: null });
  expect(await refusals(rig)).toBe(0);
});

test('what others sent counts as well: a 429 is believed, and what it holds back is left for its time', async () => {
  const rig = await startReconcile({ scale: 0.02, limits: 'own' });
  const { id } = await roomy(rig);
  const headers = { authorization: `Bearer ${rig.sandbox.secretKey}`, 'content-type': 'application/json' };
  for (let each = 0; each < 49; each += 1) {
    const body = JSON.stringify([{ email_address: `theirs${each}@only.example`, role: 'org:member' }]);
    const url = `${rig.sandbox.url}/v1/organizations/${id}/invitations/bulk`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
  }
  const all = 40;
  await rig.stage(...Array.from({ length: all }, (_, each) => drafts.invite(id, `p${each}@only.example`)));
  const first = await rig.reconcile();
  expect(first).toMatchObject({ refused: 0, stoppedBy: { code: 'rate-limited' } });
  expect(first.applied + first.left).toBe(all);
  // One request of ten was left of the hour. On a busy machine one goes alone that found nine others gone: that is another limit.
  const alone = (await rig.sandbox.control.requests()).filter(({ path }) =>
    path.endsWith(`/organizations/${id}/invitations`),
  );
  expect(first.applied).toBeLessThanOrEqual(10 + alone.length);
  // One for each request that was under way.
  expect(await refusals(rig)).toBeLessThanOrEqual(8);
  rig.leap(hour);
  expect(await rig.reconcile()).toMatchObject({ applied: first.left, left: 0, stoppedBy: null });
});
