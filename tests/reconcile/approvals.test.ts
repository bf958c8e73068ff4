import { createChangeSets } from '@main/reconcile/change-sets/create-change-sets';
import { requireApproval } from '@main/reconcile/four-eyes/approvals';
import { createFourEyes, type FourEyes } from '@main/reconcile/four-eyes/create-four-eyes';
import { signingKeyOf } from '@main/reconcile/four-eyes/signing-key';
import type { Resolution } from '@shared/contract/plan';
import { type ChangeSetId, RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import { describe, expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { drafts } from './drafts';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const service = 'http://service/v1';
let ids = 0;

/** A workspace that asks for approval, and its four eyes: the admin's own, and a colleague's over the same files. */
async function start() {
  const rig = await startReconcile();
  const options = { store: rig.store, now: Date.now, newId: () => `p${++ids}`, staging: rig.staging };
  const changeSets = createChangeSets(options);
  const eyes = (secret: string, at = service): FourEyes =>
    createFourEyes({ ...options, changeSets, key: signingKeyOf(secret.repeat(32)), service: at });
  await requireApproval(rig.store, service, true);
  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 4);
  const [one, two] = members;
  if (one === undefined || two === undefined) throw new Error('the world has members');
  const stage = async (title: string, ...asked: IntentDraft[]): Promise<ChangeSetId> => {
    const { id } = valueIn(await changeSets.create({ title, ticket: '' }));
    const { rejected } = await rig.staging.stage(asked, id);
    expect(rejected).toEqual([]);
    return id;
  };
  const say = (id: ChangeSetId, decision: 'approved' | 'refused', secret = 'bb') =>
    eyes(secret).review(id, { decision, note: '', signer: 'Ben' });
  const approve = async (id: ChangeSetId, at = service): Promise<void> => {
    valueIn(await eyes('aa', at).exportSet(id, 'Ann'));
    valueIn(await say(id, 'approved'));
  };
  const edit = (member: typeof one, role: string) =>
    rig.sandbox.control.edit([
      {
        membership: { organization_id: member.organizationId, user_id: member.userId },
        set: { role },
      },
    ]);
  return { rig, changeSets, eyes, one, two, stage, approve, say, edit };
}

async function apply({ reconciler, plan }: ReconcileRig, resolutions: Record<string, Resolution> = {}) {
  const { hash } = await plan();
  return reconciler.apply({ planHash: hash, resolutions, onRefusal: 'continue' });
}

const roles = async ({ store }: ReconcileRig, ...members: readonly { readonly id: string }[]) => {
  const rows = await store.list('membership', [
    { field: 'id', op: 'in', value: members.map(({ id }) => id) },
  ]);
  return Object.fromEntries(rows.map(({ id, role, state }) => [id, `${role} ${state}`]));
};

const refused = { ok: false, error: { code: 'not-approved' } } as const;

describe('where only approved changes may be sent', () => {
  it('what nobody approved is blocked in the plan and refused when applied, however it is asked for', async () => {
    const { rig, one, stage, eyes } = await start();
    const set = await stage('Unsigned', drafts.role(one.id, 'org:viewer'));
    const plan = await rig.plan();
    expect(plan.steps).toMatchObject([
      { verdict: 'blocked', reason: expect.stringContaining('No colleague has approved it as it stands.') },
    ]);
    expect(plan.blast.access).toEqual([]);
    const [intent] = await rig.open();
    const asked = { planHash: plan.hash, resolutions: {}, onRefusal: 'continue' } as const;
    const intentIds = intent ? [intent.id] : [];
    const result = await rig.reconciler.apply({ ...asked, intentIds });
    expect(result).toMatchObject({ ...refused, error: { detail: { intentIds } } });
    expect(result.ok ? '' : result.error.message).toContain(one.userName);
    const forced = { [intentIds[0] ?? '']: { choose: 'mine' } } as const;
    expect(await rig.reconciler.apply({ ...asked, resolutions: forced })).toMatchObject(refused);
    valueIn(await eyes('aa').exportSet(set, 'Ann'));
    expect(await apply(rig)).toMatchObject(refused);
    expect(await roles(rig, one)).toEqual({ [one.id]: 'org:viewer pending' });
    const row = await rig.store.get('membership', one.id);
    expect(row && (await rig.identity.fetchOne('membership', row))).toMatchObject({
      value: { role: 'org:member' },
    });
  });

  it('what a colleague approved is sent, and the rest is left and named', async () => {
    const { rig, one, two, stage, approve } = await start();
    await approve(await stage('Approved', drafts.role(one.id, 'org:viewer')));
    await stage('Not', drafts.role(two.id, 'org:viewer'));
    const report = valueIn(await apply(rig));
    expect(report).toMatchObject({ applied: 1, left: 1, stoppedBy: { code: 'not-approved' } });
    expect(report.stoppedBy?.message).toContain(two.userName);
    expect(await roles(rig, one, two)).toEqual({
      [one.id]: 'org:viewer synced',
      [two.id]: 'org:viewer pending',
    });
    await requireApproval(rig.store, service, false);
    expect(valueIn(await apply(rig))).toMatchObject({ applied: 1, stoppedBy: null });
  });

  it('a plan made before the setting was turned on is stale', async () => {
    const { rig, one, stage } = await start();
    await requireApproval(rig.store, service, false);
    await stage('Unsigned', drafts.role(one.id, 'org:viewer'));
    const { hash, steps } = await rig.plan();
    expect(steps[0]?.verdict).toBe('clean');
    await requireApproval(rig.store, service, true);
    expect(
      await rig.reconciler.apply({ planHash: hash, resolutions: {}, onRefusal: 'continue' }),
    ).toMatchObject({ ok: false, error: { code: 'stale-plan' } });
  });

  it.each([
    ['changed', (member: string, _: string) => drafts.role(member, 'org:admin')],
    ['joined by another one', (_: string, other: string) => drafts.role(other, 'org:viewer')],
  ])('an approved change that was %s since does not cover what is new', async (_, later) => {
    const { rig, one, two, stage, approve } = await start();
    const set = await stage('Approved', drafts.role(one.id, 'org:viewer'));
    await approve(set);
    const draft = later(one.id, two.id);
    await rig.staging.stage([draft], set);
    const steps = (await rig.plan()).steps;
    expect(steps.find(({ recordId }) => recordId === draft.recordId)?.verdict).toBe('blocked');
  });

  it('an approval is not used twice', async () => {
    const { rig, one, stage, approve } = await start();
    const set = await stage('Once', drafts.role(one.id, 'org:viewer'));
    await approve(set);
    expect(valueIn(await apply(rig))).toMatchObject({ applied: 1 });
    await requireApproval(rig.store, service, false);
    await stage('Back', drafts.role(one.id, 'org:member'));
    expect(valueIn(await apply(rig))).toMatchObject({ applied: 1 });
    await requireApproval(rig.store, service, true);
    await rig.staging.stage([drafts.role(one.id, 'org:viewer')], set);
    expect(await apply(rig)).toMatchObject(refused);
  });

  it('an approval holds for the secret that was signed, which its file does not tell, and for no other', async () => {
    const { rig, stage, approve } = await start();
    const person = (password: string): IntentDraft => ({
      entity: 'user',
      recordId: RecordId.parse('new_ada'),
      action: {
        verb: 'create',
        values: { email: 'ada@nova.example', firstName: 'Ada', password },
      },
    });
    const set = await stage('Ada', person('Ek8#pq!rT2-first'));
    await approve(set);
    expect((await rig.plan()).steps.map(({ verdict }) => verdict)).toEqual(['clean']);
    valueIn(await rig.staging.undo());
    expect((await rig.staging.stage([person('Ek8#pq!rT2-other')], set)).rejected).toEqual([]);
    expect(await apply(rig)).toMatchObject(refused);
  });

  it('one refusal outweighs an approval, and an approval for another service is none', async () => {
    const { rig, one, two, stage, approve, say } = await start();
    const set = await stage('Contested', drafts.role(one.id, 'org:viewer'));
    await approve(set);
    valueIn(await say(set, 'refused', 'cc'));
    valueIn(await rig.staging.undo());
    expect(await apply(rig)).toMatchObject(refused);
    await approve(await stage('Elsewhere', drafts.role(two.id, 'org:viewer')), 'http://other/v1');
    expect((await rig.plan()).steps.map(({ verdict }) => verdict)).toEqual(['blocked', 'blocked']);
  });

  it('an approved change in conflict goes no more, but theirs can be taken', async () => {
    const { rig, one, stage, approve, edit } = await start();
    await approve(await stage('Approved', drafts.role(one.id, 'org:viewer')));
    await edit(one, 'org:billing');
    const [step] = (await rig.plan()).steps;
    expect(step?.verdict).toBe('conflict');
    const id = step?.intentId ?? '';
    expect(await apply(rig, { [id]: { choose: 'mine' } })).toMatchObject(refused);
    expect(await apply(rig, { [id]: { choose: 'other', value: 'org:support' } })).toMatchObject(refused);
    expect(await roles(rig, one)).toEqual({ [one.id]: 'org:viewer conflict' });
    expect(valueIn(await apply(rig, { [id]: { choose: 'theirs' } }))).toMatchObject({ tookTheirs: 1 });
    expect(await roles(rig, one)).toEqual({ [one.id]: 'org:billing synced' });
  });

  it('an approval outlives that half of the set is applied, with the ids of the service', async () => {
    const { rig, one, stage, approve } = await start();
    const [user] = await rig.store.list('user', [], 1);
    await approve(
      await stage(
        'Nova',
        drafts.create('new_nova', { name: 'Nova', slug: 'nova' }),
        drafts.add('new_nova', String(user?.id), 'org:admin'),
        drafts.role(one.id, 'org:viewer'),
      ),
    );
    const { hash, steps } = await rig.plan();
    expect(steps.map(({ verdict }) => verdict)).toEqual(['clean', 'clean', 'clean']);
    const [creation] = steps;
    const half = await rig.reconciler.apply({
      planHash: hash,
      resolutions: {},
      onRefusal: 'continue',
      intentIds: creation ? [creation.intentId] : [],
    });
    expect(valueIn(half)).toMatchObject({ applied: 1, stoppedBy: null });
    expect(valueIn(await apply(rig))).toMatchObject({ applied: 2, stoppedBy: null });
  });
});
