import { describe, expect, it } from 'vitest';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

describe('a run that is cut short, or asked to wait', () => {
  async function edits(count: number) {
    const rig = await startReconcile();
    const members = await rig.store.list(
      'membership',
      [{ field: 'role', op: 'eq', value: 'org:member' }],
      count,
    );
    await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
    return rig;
  }

  const askToWait = (rig: ReconcileRig, retryAfter: number, times: number) =>
    rig.sandbox.control.addFault({
      kind: 'status',
      status: 429,
      retryAfter,
      times,
      match: { method: 'PATCH' },
    });

  it('longer than the run does leaves its steps staged, and says until when', async () => {
    const rig = await edits(3);
    await askToWait(rig, 600, 100);
    const report = await rig.reconcile({ patienceMs: 60_000 });
    expect(report).toMatchObject({ applied: 0, left: 3, unknown: 0, stoppedBy: { code: 'rate-limited' } });
    expect(report.stoppedBy?.next).toMatch(/\d{4}-\d\d-\d\dT/);
    expect((await rig.open()).map(({ state }) => state)).toEqual(['staged', 'staged', 'staged']);
  });

  it('no clock that is set back makes it longer', async () => {
    // One: while it waits, no other one's wait moves the clock on.
    const rig = await edits(1);
    await askToWait(rig, 1, 3);
    let leapt = false;
    rig.reconciler.subscribe(() => {
      if (leapt || (rig.reconciler.progress()?.waitingUntil ?? 0) === 0) return;
      leapt = true;
      rig.leap(-3_600_000);
    });
    expect(await rig.reconcile({ patienceMs: 120_000 })).toMatchObject({ applied: 1, left: 0 });
    expect(leapt).toBe(true);
  });

  it('by the network tells what is of unknown fate', async () => {
    const rig = await edits(3);
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
    const report = await rig.apply(plan);
    expect(report).toMatchObject({ ok: true, value: { applied: 0, unknown: 3, left: 0 } });
    expect((await rig.open()).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
