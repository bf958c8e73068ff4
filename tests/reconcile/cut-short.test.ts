import { describe, expect, it } from 'vitest';
import { drafts } from './drafts';
import { startReconcile } from './reconcile-rig';

describe('a run that is cut short, or asked to wait', () => {
  async function threeEdits() {
    const rig = await startReconcile();
    const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 3);
    await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
    return rig;
  }

  it('by the network tells what is of unknown fate', async () => {
    const rig = await threeEdits();
    await rig.sandbox.control.addFault({
      kind: 'drop',
      phase: 'after',
      times: 100,
      skip: 0,
      match: { method: 'PATCH' },
    });
    const plan = await rig.plan();
    await rig.sandbox.control.addFault({
      kind: 'drop',
      phase: 'before',
      times: 1_000,
      skip: 3,
      match: { method: 'GET' },
    });
    const report = await rig.reconciler.apply({
      planHash: plan.hash,
      resolutions: {},
      onRefusal: 'continue',
    });
    expect(report).toMatchObject({ ok: true, value: { applied: 0, unknown: 3, left: 0 } });
    expect((await rig.open()).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
