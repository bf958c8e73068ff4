import type { PushPort } from '@main/identity/identity-port';
import type { FaultInput } from '@main/sandbox/weather/fault';
import type { Intent } from '@shared/domain/intent';
import { describe, expect, it } from 'vitest';
import { drafts } from './drafts';
import { type Kind, subject } from './fault-subject';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

async function rows(rig: ReconcileRig, table: string): Promise<number> {
  const { rows: byInstance } = await rig.sandbox.control.state();
  return Object.values(byInstance)[0]?.[table] ?? Number.NaN;
}

async function fired(rig: ReconcileRig): Promise<number> {
  return (await rig.sandbox.control.faults()).reduce((sum, fault) => sum + fault.fired, 0);
}

const kinds: readonly Kind[] = [
  'role',
  'organization',
  'remove',
  'add',
  'invite',
  'create',
  'delete',
  'revoke',
];
const faults: readonly [string, FaultInput][] = [
  ['dropped before it took effect', { kind: 'drop', phase: 'before' }],
  ['lost after it took effect', { kind: 'drop', phase: 'after' }],
  ['cut short after it took effect', { kind: 'truncate', phase: 'after', bytes: 20 }],
  ['answered 502 after it took effect', { kind: 'status', status: 502, phase: 'after' }],
  ['answered 429', { kind: 'status', status: 429, retryAfter: 1, times: 3 }],
];

describe('a change of every entity and verb ends applied, exactly once', () => {
  it.each(faults)('when its answer is %s', async (_, fault) => {
    const rig = await startReconcile();
    for (const kind of kinds) {
      const { draft, method, path, table, grows } = await subject(rig, kind);
      const before = await rows(rig, table);
      await rig.stage(draft);
      await rig.sandbox.control.addFault({ ...fault, match: { method, path } });
      const report = await rig.reconcile();
      expect(await fired(rig), kind).toBeGreaterThan(0);
      await rig.sandbox.control.clearFaults();
      expect(report, kind).toMatchObject({ refused: 0, unknown: 0, left: 0, conflicts: 0, stoppedBy: null });
      expect(report.applied + report.alreadySo, kind).toBe(1);
      expect((await rows(rig, table)) - before, kind).toBe(grows);
      expect(await rig.open(), kind).toEqual([]);
    }
  });

  it.each(['before', 'after'] as const)('when the engine dies %s it took effect', async (when) => {
    class Crash extends Error {}
    const dying = (port: PushPort): PushPort => ({
      ...port,
      send: async (call, signal) => {
        if (when === 'after') await port.send(call, signal);
        throw new Crash();
      },
    });
    let rig = await startReconcile({}, dying);
    for (const [index, kind] of kinds.entries()) {
      const { draft, table, grows } = await subject(rig, kind);
      const before = await rows(rig, table);
      await rig.stage(draft);
      await expect(rig.reconcile(), kind).rejects.toBeInstanceOf(Crash);
      expect((await rig.open()).map(({ state }) => state)).toEqual(['sending']);
      const next = await rig.restart();
      expect((await next.open()).map(({ state }) => state)).toEqual(['unknown']);
      await next.reconcile();
      expect((await rows(next, table)) - before, kind).toBe(grows);
      expect(await next.open(), kind).toEqual([]);
      expect(await next.store.intents({ states: ['applied'] })).toHaveLength(index + 1);
      rig = await next.restart(dying);
    }
  });
});

const year = 365 * 86_400_000;
const creations = kinds.filter((kind) => ['add', 'invite', 'create'].includes(kind));

describe('a creation whose answer is lost is found again', () => {
  it.each([year, -year])('when the clock of this machine is off by %i ms', async (off) => {
    const rig = await startReconcile();
    rig.leap(off);
    for (const kind of creations) {
      const { draft, method, path, table, grows } = await subject(rig, kind);
      const before = await rows(rig, table);
      await rig.stage(draft);
      await rig.sandbox.control.addFault({ kind: 'drop', phase: 'after', match: { method, path } });
      expect(await rig.reconcile(), kind).toMatchObject({ applied: 1, refused: 0, unknown: 0 });
      expect((await rows(rig, table)) - before, kind).toBe(grows);
      expect(await rig.store.intents({ states: ['applied'], limit: 1 }), kind).toMatchObject([
        { outcome: { code: 'found' } },
      ]);
    }
  });

  it.each([year, -year])(
    'when it was off by %i ms at the sending, and is right at the look-up',
    async (off) => {
      class Crash extends Error {}
      const rig = await startReconcile({}, (port) => ({
        ...port,
        send: async (call, signal) => {
          await port.send(call, signal);
          throw new Crash();
        },
      }));
      const { draft, table, grows } = await subject(rig, 'create');
      const before = await rows(rig, table);
      rig.leap(off);
      await rig.stage(draft);
      await expect(rig.reconcile()).rejects.toBeInstanceOf(Crash);
      const next = await rig.restart();
      next.leap(-off);
      await next.reconcile();
      expect((await rows(next, table)) - before).toBe(grows);
      expect(await next.open()).toEqual([]);
    },
  );
});

describe('partial refusals', () => {
  it('keep the reason of the service, and block nothing else', async () => {
    const rig = await startReconcile();
    const [organization] = await rig.store.list('organization', [], 1);
    if (organization === undefined) throw new Error('a world has organizations');
    const full = organization.membersCount + organization.pendingInvitationsCount + 1;
    const seats = (limit: number): Promise<unknown> =>
      rig.sandbox.control.edit([{ organization: organization.id, set: { max_allowed_memberships: limit } }]);
    await seats(0);
    await rig.stage(drafts.organization(organization.id, 'name', 'Still renamed'));
    await rig.plan();
    await rig.stage(
      drafts.invite(organization.id, 'one@full.example'),
      drafts.invite(organization.id, 'two@full.example'),
    );
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict }) => verdict)).toEqual(['merged', 'clean', 'clean']);
    await seats(full);
    const report = await rig.apply(plan);
    expect(report).toMatchObject({ ok: true, value: { applied: 2, refused: 1 } });
    const [refused] = await rig.open();
    expect(refused).toMatchObject({
      state: 'refused',
      outcome: { code: 'organization_membership_quota_exceeded', status: 403 },
    });
    expect(refused?.outcome?.message).toContain('limit');
    expect(await rig.reconcile()).toMatchObject({ refused: 1, applied: 0 });
    await seats(0);
    const again = await rig.plan(refused as Intent);
    expect(again.steps[0]?.verdict).toBe('clean');
    await rig.reconciler.apply({ planHash: again.hash, resolutions: {}, onRefusal: 'continue' });
    expect(await rig.open()).toEqual([]);
  });

  it('that can be foreseen are told in the plan, and nothing is sent for them', async () => {
    const rig = await startReconcile();
    const [organization] = await rig.store.list('organization', [], 1);
    if (organization === undefined) throw new Error('a world has organizations');
    const seats = (limit: number): Promise<unknown> =>
      rig.sandbox.control.edit([{ organization: organization.id, set: { max_allowed_memberships: limit } }]);
    await seats(0);
    await rig.stage(drafts.organization(organization.id, 'name', 'Still renamed'));
    await rig.plan();
    await rig.stage(drafts.invite(organization.id, 'one@full.example'));
    await seats(organization.membersCount + organization.pendingInvitationsCount);
    const plan = await rig.plan();
    expect(plan.steps.map(({ verdict }) => verdict)).toEqual(['merged', 'refused']);
    const before = await rows(rig, 'invitations');
    expect(await rig.reconcile()).toMatchObject({ applied: 1, refused: 1 });
    expect(await rows(rig, 'invitations')).toBe(before);
    expect((await rig.open()).map(({ state }) => state)).toEqual(['staged']);
  });
});

describe('losing the connection', () => {
  it('stops the run, keeps the rest staged, and the next run carries on', async () => {
    const rig = await startReconcile();
    const members = await rig.store.list(
      'membership',
      [{ field: 'role', op: 'eq', value: 'org:member' }],
      30,
    );
    await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
    const before = await rows(rig, 'memberships');
    const plan = await rig.plan();
    let sent = 0;
    rig.reconciler.subscribe(() => {
      const done = rig.reconciler.progress()?.done ?? 0;
      if (done >= 5 && sent === 0) {
        sent = done;
        void rig.sandbox.control.down('refused');
      }
    });
    const report = await rig.apply(plan);
    expect(report).toMatchObject({ ok: true, value: { stoppedBy: { code: 'offline' }, refused: 0 } });
    const open = await rig.open();
    expect(open.length).toBeGreaterThan(0);
    expect(open.every(({ state }) => state === 'staged' || state === 'unknown')).toBe(true);
    await rig.sandbox.control.up();
    await rig.reconcile();
    expect(await rig.open()).toEqual([]);
    expect(await rows(rig, 'memberships')).toBe(before);
  });

  it('or a refused key says so and keeps everything', async () => {
    const rig = await startReconcile();
    const [member] = await rig.store.list(
      'membership',
      [{ field: 'role', op: 'eq', value: 'org:member' }],
      1,
    );
    await rig.stage(drafts.role(String(member?.id), 'org:viewer'));
    await rig.sandbox.control.revokeKeys();
    expect(await rig.reconciler.plan()).toMatchObject({ ok: false, error: { code: 'key-refused' } });
    expect(await rig.open()).toHaveLength(1);
  });
});

describe('a run', () => {
  it('can be paused, resumed and cancelled', async () => {
    const rig = await startReconcile();
    const members = await rig.store.list(
      'membership',
      [{ field: 'role', op: 'eq', value: 'org:member' }],
      40,
    );
    await rig.stage(...members.map(({ id }) => drafts.role(id, 'org:viewer')));
    const plan = await rig.plan();
    let phase = 'running';
    let heldStill = false;
    rig.reconciler.subscribe(() => {
      const progress = rig.reconciler.progress();
      if (progress === null) return;
      if (phase === 'running' && progress.done >= 3) {
        phase = 'paused';
        rig.reconciler.pause();
        setTimeout(() => {
          heldStill = rig.reconciler.progress()?.paused === true;
          phase = 'resumed';
          rig.reconciler.resume();
        }, 50);
      } else if (phase === 'resumed' && progress.done >= 15) {
        phase = 'cancelled';
        rig.reconciler.cancel();
      }
    });
    const request = { planHash: plan.hash, resolutions: {}, onRefusal: 'continue' } as const;
    const running = rig.reconciler.apply(request);
    expect(await rig.reconciler.apply(request)).toMatchObject({ ok: false, error: { code: 'busy' } });
    const report = await running;
    expect(heldStill).toBe(true);
    expect(phase).toBe('cancelled');
    expect(report).toMatchObject({ ok: true, value: { stoppedBy: null } });
    expect(report.ok && report.value.left).toBeGreaterThan(0);
    expect(rig.reconciler.progress()).toBeNull();
    await rig.reconcile();
    expect(await rig.open()).toEqual([]);
  });
});
