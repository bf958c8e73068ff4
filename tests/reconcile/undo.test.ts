import { intentBatch, moveIntent } from '@main/reconcile/rows/intent-batch';
import { createStaging } from '@main/reconcile/staging/create-staging';
import type { StageReport } from '@shared/contract/stage-report';
import { type ChangeSetId, RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { describe, expect, it } from 'vitest';
import { valueIn } from '../support/value-in';
import { drafts } from './drafts';
import { openWorld } from './open-world';

const id = (text: string): RecordId => RecordId.parse(text);

describe('undo and redo', () => {
  it('take back and redo whole undo groups, across a restart', async () => {
    let world = await openWorld();
    const changes = ['orgmem_2', 'orgmem_3'].map((member) => drafts.role(member, 'org:viewer'));
    await world.staging.stage([drafts.organization('org_1', 'name', 'Acme 2')]);
    await world.staging.stage(changes, 'set_q4' as ChangeSetId);
    expect(await world.staging.peekUndo()).toBe('Role of 2 members');
    world = await world.reopen();
    expect(await world.staging.undo()).toEqual({
      ok: true,
      value: { title: 'Role of 2 members', count: 2, partly: false },
    });
    expect(await world.staging.peekRedo()).toBe('Role of 2 members');
    expect(await world.store.get('membership', id('orgmem_2'))).toMatchObject({
      role: 'org:member',
      state: 'synced',
    });
    world = await world.reopen();
    expect((await world.staging.redo()).ok).toBe(true);
    expect(await world.store.get('membership', id('orgmem_2'))).toMatchObject({ role: 'org:viewer' });
    expect((await world.staging.redo()).ok).toBe(false);
    await world.staging.undo();
    await world.staging.undo();
    expect((await world.staging.undo()).ok).toBe(false);
    expect(await world.store.intents({ states: openStates })).toEqual([]);
  });

  it('an undo group can be taken back until a second edit took it back, it was withdrawn, or replaced', async () => {
    const { store, staging } = await openWorld();
    const name = async (value: string): Promise<string> => {
      const { staged } = await staging.stage([drafts.organization('org_1', 'name', value)]);
      return staged[0]?.gesture ?? '';
    };
    const was = (await store.get('organization', id('org_1')))?.name ?? '';
    const first = await name('Acme 2');
    expect(await staging.canUndo(first)).toBe(true);
    expect(await name(was)).toBe('');
    expect(await staging.canUndo(first)).toBe(false);
    const second = await name('Acme 3');
    const third = await name('Acme 4');
    expect(await Promise.all([second, third, 'none'].map(staging.canUndo))).toEqual([false, true, false]);
    const open = await store.intents({ states: openStates });
    await staging.withdraw(open.map((intent) => intent.id));
    expect(await staging.canUndo(third)).toBe(false);
    await staging.undo();
    expect(await staging.canUndo(third)).toBe(true);
  });

  it('a new edit ends the chance to redo', async () => {
    const { staging } = await openWorld();
    await staging.stage([drafts.organization('org_1', 'name', 'Acme 2')]);
    await staging.undo();
    await staging.stage([drafts.organization('org_1', 'name', 'Acme 3')]);
    expect(await staging.peekRedo()).toBeNull();
    expect(await staging.peekUndo()).toBe('Name of Acme');
  });

  it('a withdrawal can be undone', async () => {
    const { store, staging } = await openWorld();
    const { staged } = await staging.stage([
      drafts.organization('org_1', 'name', 'Acme 2'),
      drafts.organization('org_1', 'slug', 'acme-2'),
    ]);
    const ids = staged.map((intent) => intent.id);
    expect(await staging.withdraw(ids)).toMatchObject({ ok: true, value: { withdrawn: 2 } });
    expect((await staging.withdraw(ids)).ok).toBe(false);
    await staging.undo();
    expect(await store.get('organization', id('org_1'))).toMatchObject({ name: 'Acme 2', slug: 'acme-2' });
  });
});

describe('undo of one undo group', () => {
  const groupOf = ({ staged }: StageReport): string => staged[0]?.gesture ?? 'none';

  it('takes back the one that is named, whatever was staged since', async () => {
    const { store, staging } = await openWorld();
    const renamed = groupOf(await staging.stage([drafts.organization('org_1', 'name', 'Acme 2')]));
    await staging.stage([drafts.role('orgmem_2', 'org:viewer')]);
    expect(await staging.undo(renamed)).toEqual({
      ok: true,
      value: { title: 'Name of Acme', count: 1, partly: false },
    });
    expect(await store.get('organization', id('org_1'))).toMatchObject({ name: 'Acme' });
    expect(await store.get('membership', id('orgmem_2'))).toMatchObject({ role: 'org:viewer' });
    expect(await staging.peekUndo()).toBe('Role of Ede in Acme');
    valueIn(await staging.redo());
    expect(await store.get('organization', id('org_1'))).toMatchObject({ name: 'Acme 2' });
  });

  it('says that it was taken back already, or is not kept, and takes nothing back', async () => {
    const { store, staging } = await openWorld();
    const report = await staging.stage([drafts.organization('org_1', 'name', 'Acme 2')]);
    const { undoGroup } = valueIn(await staging.withdraw(report.staged.map((intent) => intent.id)));
    await staging.stage([drafts.role('orgmem_2', 'org:viewer')]);
    for (const named of [groupOf(report), 'no-such-group'])
      expect(await staging.undo(named)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await store.intents({ states: openStates })).toHaveLength(1);
    valueIn(await staging.undo(undoGroup));
    expect(await store.get('organization', id('org_1'))).toMatchObject({ name: 'Acme 2' });
    valueIn(await staging.undo(groupOf(report)));
    expect(await staging.undo(groupOf(report))).toMatchObject({
      error: { message: '“Name of Acme” was taken back or replaced meanwhile. Nothing was changed.' },
    });
  });

  it('leaves it whole where something later changed it or stands on it', async () => {
    const { store, staging } = await openWorld();
    const both = groupOf(
      await staging.stage([
        drafts.organization('org_1', 'name', 'A'),
        drafts.organization('org_1', 'slug', 'a'),
      ]),
    );
    const made = groupOf(await staging.stage([drafts.create('new_org', { name: 'Nova', slug: 'nova' })]));
    await staging.stage([drafts.organization('org_1', 'name', 'B')]);
    await staging.stage([drafts.add('new_org', 'user_5')]);
    const before = await store.intents({ states: openStates });
    for (const [named, message] of [
      [both, '“2 changes” was changed since by “Name of A”. Nothing was taken back.'],
      [
        made,
        '“Create Nova” is what “Hal in Nova” stands on, which was staged since. Nothing was taken back.',
      ],
    ] as const)
      expect(await staging.undo(named)).toMatchObject({ error: { code: 'conflict', message } });
    expect(await store.intents({ states: openStates })).toEqual(before);
  });
});

describe('undo with two windows', () => {
  it('is about what its own window did, and what nobody that is there did', async () => {
    const { staging, windows, store } = await openWorld();
    const [ann, ben] = [windows.enter(), windows.enter()];
    await staging.stage([drafts.organization('org_1', 'name', 'Acme 2')]);
    await ann.askedBy(() => staging.stage([drafts.role('orgmem_2', 'org:viewer')]));
    await ben.askedBy(() => staging.stage([drafts.role('orgmem_3', 'org:viewer')]));
    expect(await ann.askedBy(staging.peekUndo)).toBe('Role of Ede in Acme');
    expect(await ben.askedBy(staging.peekUndo)).toBe('Role of Fay in Acme');
    valueIn(await ann.askedBy(() => staging.undo()));
    expect(await ben.askedBy(staging.peekRedo)).toBeNull();
    expect(await ann.askedBy(staging.peekUndo)).toBe('Name of Acme');
    valueIn(await ann.askedBy(() => staging.undo()));
    expect(await ann.askedBy(() => staging.undo())).toMatchObject({ ok: false });
    expect((await store.intents({ states: openStates })).map(({ label }) => label)).toEqual(['Fay in Acme']);
    ben.leave();
    expect(await ann.askedBy(staging.peekUndo)).toBe('Role of Fay in Acme');
  });
});

describe('undo behind what was applied', () => {
  it('goes on to what is left of an earlier group, and brings back nothing that the applied edit had replaced', async () => {
    const { staging, store, windows } = await openWorld();
    const [ann, ben] = [windows.enter(), windows.enter()];
    await ann.askedBy(() => staging.stage([drafts.organization('org_1', 'name', 'A')]));
    await ann.askedBy(() =>
      staging.stage([drafts.organization('org_1', 'name', 'B'), drafts.role('orgmem_2', 'org:viewer')]),
    );
    const { staged } = await ben.askedBy(() => staging.stage([drafts.organization('org_1', 'name', 'C')]));
    await store.write(async () =>
      intentBatch(
        store,
        staged.map((each) => moveIntent(each, 'applied', 1)),
      ),
    );
    expect(await ann.askedBy(() => staging.undo())).toMatchObject({
      ok: true,
      value: { count: 1, partly: true },
    });
    expect(await store.intents({ states: openStates })).toEqual([]);
    expect(await ann.askedBy(() => staging.undo())).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

it('what undo would be about is looked for again where it could not be read', async () => {
  const { store } = await openWorld();
  let breaks = true;
  const meta: typeof store.meta = (key) => (breaks ? Promise.reject(new Error('no disk')) : store.meta(key));
  const staging = createStaging({ store: { ...store, meta }, now: Date.now, newId: () => 'r1' });
  await expect(staging.peekUndo()).rejects.toThrow('no disk');
  breaks = false;
  expect(await staging.peekUndo()).toBeNull();
});
