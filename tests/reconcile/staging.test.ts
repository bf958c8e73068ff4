import { RecordId } from '@shared/domain/ids';
import { type IntentDraft, openStates } from '@shared/domain/intent';
import { describe, expect, it } from 'vitest';
import { openWorld } from './open-world';

const id = (text: string): RecordId => RecordId.parse(text);
const role = (membership: string, value: string): IntentDraft => ({
  entity: 'membership',
  recordId: id(membership),
  action: { verb: 'update', field: 'role', value },
});
const organization = (field: string, value: string | number, recordId = 'org_1'): IntentDraft => ({
  entity: 'organization',
  recordId: id(recordId),
  action: { verb: 'update', field, value },
});
const remove = (entity: IntentDraft['entity'], recordId: string): IntentDraft => ({
  entity,
  recordId: id(recordId),
  action: { verb: 'delete' },
});
const add = (organizationId: string, userId: string, memberRole = 'org:member'): IntentDraft => ({
  entity: 'membership',
  action: { verb: 'create', values: { organizationId, userId, role: memberRole } },
});
const invite = (organizationId: string, email: string): IntentDraft => ({
  entity: 'invitation',
  action: { verb: 'create', values: { organizationId, email, role: 'org:member' } },
});
const create = (name: string, slug: string, more: Record<string, string | number> = {}): IntentDraft => ({
  entity: 'organization',
  recordId: id('new_org'),
  action: { verb: 'create', values: { name, slug, ...more } },
});

describe('staging an edit', () => {
  it('shows it on the row at once, and keeps what the service holds', async () => {
    const { store, staging } = await openWorld();
    const report = await staging.stage([role('orgmem_2', 'org:admin')]);
    expect(report.rejected).toEqual([]);
    expect(report.staged[0]).toMatchObject({
      label: 'Ede in Acme',
      organizationId: 'org_1',
      state: 'staged',
    });
    expect(await store.get('membership', id('orgmem_2'))).toMatchObject({
      role: 'org:admin',
      roleName: 'Admin',
      server: { role: 'org:member', roleName: 'Member' },
      state: 'pending',
    });
  });

  it('supersedes an earlier edit of the same field and inherits its base', async () => {
    const { store, staging } = await openWorld();
    await staging.stage([role('orgmem_2', 'org:admin')]);
    await staging.stage([role('orgmem_2', 'org:viewer')]);
    const open = await store.intents({ states: openStates });
    expect(open).toHaveLength(1);
    expect(open[0]?.action).toEqual({
      verb: 'update',
      field: 'role',
      base: 'org:member',
      value: 'org:viewer',
    });
    expect(await store.intents({ states: ['superseded'] })).toHaveLength(1);
  });

  it('is withdrawn by setting the value back', async () => {
    const { store, staging } = await openWorld();
    const before = await store.get('membership', id('orgmem_2'));
    await staging.stage([role('orgmem_2', 'org:admin')]);
    await staging.stage([role('orgmem_2', 'org:member')]);
    expect(await store.intents({ states: openStates })).toEqual([]);
    expect(await store.get('membership', id('orgmem_2'))).toEqual(before);
  });

  it('that changes nothing is neither staged nor rejected', async () => {
    const { staging } = await openWorld();
    expect(await staging.stage([role('orgmem_2', 'org:member')])).toEqual({ staged: [], rejected: [] });
    expect(await staging.peekUndo()).toBeNull();
  });
});

describe('what cannot be staged is rejected with a code', () => {
  it.each<[string, IntentDraft[], string, number[]]>([
    ['an unknown record', [role('orgmem_x', 'org:admin')], 'not-found', [0]],
    ['an unknown role', [role('orgmem_2', 'org:boss')], 'invalid-input', [0]],
    ['an unknown field', [organization('membersCount', 3)], 'invalid-input', [0]],
    ['a bad slug', [organization('slug', 'No Spaces')], 'invalid-input', [0]],
    ['a taken slug', [organization('slug', 'bolt')], 'invalid-input', [0]],
    ['an empty name', [organization('name', '  ')], 'invalid-input', [0]],
    ['a bad colour', [organization('branding.primaryColor', 'red')], 'invalid-input', [0]],
    ['a bad email', [organization('branding.supportEmail', 'help@')], 'invalid-input', [0]],
    ['a logo of another kind', [organization('logo', 'data:text/html;base64,AAAA')], 'invalid-input', [0]],
    ['half a seat', [organization('maxAllowedMemberships', 5.5)], 'invalid-input', [0]],
    ['fewer seats than members', [organization('maxAllowedMemberships', 2)], 'limit', [0]],
    ['the last admin’s demotion', [role('orgmem_1', 'org:member')], 'last-admin', [0]],
    ['the last admin’s removal', [remove('membership', 'orgmem_4')], 'last-admin', [0]],
    ['a member twice', [add('org_1', 'user_1')], 'invalid-input', [0]],
    ['an invitation twice', [invite('org_1', 'Zoe@Acme.example')], 'invalid-input', [0]],
    [
      'one edit twice in a batch',
      [role('orgmem_2', 'org:admin'), role('orgmem_2', 'org:viewer')],
      'invalid-input',
      [1],
    ],
    ['one person twice in a batch', [add('org_2', 'user_5'), add('org_2', 'user_5')], 'invalid-input', [1]],
    ['more than the seats', [add('org_1', 'user_5'), add('org_1', 'user_6')], 'limit', [1]],
    ['a creation with a taken slug', [create('Nova', 'acme')], 'invalid-input', [0]],
    ['a member of a rejected creation', [create('', 'nova'), add('new_org', 'user_5')], 'not-found', [1]],
  ])('%s', async (_, drafts, code, rejected) => {
    const { staging } = await openWorld();
    const report = await staging.stage(drafts);
    const last = report.rejected.at(-1);
    expect([last?.failure.code, last?.index]).toEqual([code, rejected.at(-1)]);
    expect(report.staged).toHaveLength(drafts.length - report.rejected.length);
  });

  it('a demotion is fine when another admin is made, in whatever order', async () => {
    const { staging } = await openWorld();
    const report = await staging.stage([role('orgmem_1', 'org:member'), role('orgmem_2', 'org:admin')]);
    expect(report.rejected).toEqual([]);
    const next = await staging.stage([role('orgmem_2', 'org:viewer')]);
    expect(next.rejected[0]?.failure.code).toBe('last-admin');
  });

  it('an addition is fine when a removal frees the seat', async () => {
    const { staging } = await openWorld();
    await staging.stage([add('org_1', 'user_5')]);
    expect((await staging.stage([add('org_1', 'user_6')])).rejected[0]?.failure.code).toBe('limit');
    const report = await staging.stage([add('org_1', 'user_6'), remove('invitation', 'orginv_1')]);
    expect(report.rejected).toEqual([]);
  });
});

describe('a record that exists here only', () => {
  it('is edited by changing its creation, and its members carry its name', async () => {
    const { store, staging } = await openWorld();
    const logo = 'data:image/png;base64,AAAA';
    await staging.stage([add('new_org', 'user_5', 'org:admin'), create('Nova', 'nova', { logo })]);
    await staging.stage([organization('name', 'Supernova', 'new_org')]);
    const row = await store.get('organization', id('new_org'));
    expect(row).toMatchObject({ name: 'Supernova', slug: 'nova', logo, staged: { verb: 'create' } });
    const [member] = await store.list('membership', [
      { field: 'organizationId', op: 'eq', value: 'new_org' },
    ]);
    expect(member).toMatchObject({ organizationName: 'Supernova', userName: 'Hal', roleName: 'Admin' });
    const open = await store.intents({ states: openStates });
    expect(open.map(({ action }) => action.verb)).toEqual(['create', 'update', 'create']);
    expect(open.map(({ label }) => label)).toContain('Hal in Supernova');

    await staging.undo();
    const again = await store.list('membership', [{ field: 'organizationId', op: 'eq', value: 'new_org' }]);
    expect(again[0]?.organizationName).toBe('Nova');
  });

  it('is called by its name in all that is staged inside of it, whatever else is called so', async () => {
    const { store, staging } = await openWorld();
    const values = {
      organizationId: id('new_org'),
      name: 'nova.example',
      enrollmentMode: 'manual_invitation',
    };
    const domain = { recordId: id('new_domain'), action: { verb: 'create', values } } as const;
    await staging.stage([
      create('Made in Berlin', 'nova'),
      add('new_org', 'user_5'),
      invite('new_org', 'max@nova.example'),
      { entity: 'organizationDomain', ...domain },
    ]);
    const labels = async () => (await store.intents({ states: openStates })).map(({ label }) => label);
    await staging.stage([organization('name', 'Born in Rome', 'new_org')]);
    const after = ['Born in Rome', 'Hal', 'max@nova.example', 'nova.example'].map((name, at) =>
      at === 0 ? name : `${name} ${at === 3 ? 'of' : 'in'} Born in Rome`,
    );
    expect((await labels()).sort()).toEqual(after.sort());
    await staging.undo();
    expect((await labels()).filter((label) => label.includes('Made in Berlin'))).toHaveLength(4);
  });

  it('takes everything staged for it along when it is deleted, and undo brings it all back', async () => {
    const { store, staging } = await openWorld();
    await staging.stage([create('Nova', 'nova')]);
    await staging.stage([add('new_org', 'user_5'), invite('new_org', 'max@nova.example')]);
    const before = await store.list('membership', []);
    await staging.stage([remove('organization', 'new_org')]);
    expect(await store.intents({ states: openStates })).toEqual([]);
    expect(await store.get('organization', id('new_org'))).toBeNull();
    expect(await store.list('membership', [])).toHaveLength(4);
    expect((await staging.undo()).ok).toBe(true);
    expect(await store.list('membership', [])).toEqual(before);
    expect(await store.intents({ states: openStates })).toHaveLength(3);
  });
});

describe('deleting', () => {
  it('marks the row, supersedes what was staged on it and inside it, and is undone as a whole', async () => {
    const { store, staging } = await openWorld();
    await staging.stage([
      organization('name', 'Acme 2'),
      role('orgmem_2', 'org:viewer'),
      add('org_1', 'user_5'),
    ]);
    await staging.stage([remove('organization', 'org_1')]);
    const open = await store.intents({ states: openStates });
    expect(open.map(({ action }) => action.verb)).toEqual(['delete']);
    expect(await store.get('organization', id('org_1'))).toMatchObject({
      name: 'Acme',
      staged: { verb: 'delete' },
    });
    expect((await staging.stage([organization('name', 'X')])).rejected).toHaveLength(1);
    expect((await staging.stage([role('orgmem_2', 'org:admin')])).rejected).toHaveLength(1);
    await staging.undo();
    expect(await store.intents({ states: openStates })).toHaveLength(3);
  });
});
