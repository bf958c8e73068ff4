import { noBranding } from '@shared/domain/blank-record';
import { editableFields } from '@shared/domain/editable-fields';
import { RecordId } from '@shared/domain/ids';
import type { IntentAction, IntentState } from '@shared/domain/intent';
import { lastKnownRow, project, serverRow } from '@shared/domain/project';
import { recordSchemas } from '@shared/domain/records/record-map';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentOf } from './intent-of';
import { membershipOf, organizationOf } from './sample-records';

const sync = { hash: 'h', sweep: 1, fetchedAt: 5 };
const role = (value: string): IntentAction => ({ verb: 'update', field: 'role', base: 'org:member', value });
const admin = role('org:admin');

describe('the visible row', () => {
  it('is the server row when nothing is staged', () => {
    expect(project('membership', membershipOf(), [], sync)).toEqual({
      ...membershipOf(),
      state: 'synced',
      staged: null,
      server: {},
      sync,
    });
  });

  it('shows the staged value and its name, and keeps what the service holds', () => {
    const row = project(
      'membership',
      membershipOf(),
      [intentOf(admin, { shows: { roleName: 'Admin' } })],
      sync,
    );
    expect(row).toMatchObject({
      role: 'org:admin',
      roleName: 'Admin',
      state: 'pending',
      staged: { verb: 'update', fields: ['role'] },
      server: { role: 'org:member', roleName: 'Member' },
    });
  });

  it('lets the later intent win, whatever the order they come in', () => {
    const first = intentOf(admin, { seq: 1 });
    const second = intentOf(role('org:owner'), { seq: 2 });
    expect(project('membership', membershipOf(), [second, first], sync)?.role).toBe('org:owner');
  });

  it.each<[IntentState[], string]>([
    [['staged'], 'pending'],
    [['sending'], 'pending'],
    [['unknown'], 'pending'],
    [['staged', 'conflict'], 'conflict'],
    [['conflict', 'refused', 'staged'], 'refused'],
  ])('of intents in %j is %s', (states, expected) => {
    const intents = states.map((state, index) => intentOf(admin, { seq: index + 1, state }));
    expect(project('membership', membershipOf(), intents, sync)?.state).toBe(expected);
  });

  it('stays, marked, while its deletion is staged', () => {
    const row = project('membership', membershipOf(), [intentOf({ verb: 'delete', base: {} })], sync);
    expect(row).toMatchObject({ role: 'org:member', staged: { verb: 'delete' }, state: 'pending' });
  });

  it('of a record the service lost stays as gone while an intent names it, and ends with it', () => {
    const lastKnown = membershipOf();
    const gone = project('membership', null, [intentOf(admin)], { ...sync, lastKnown });
    expect(gone).toMatchObject({ role: 'org:admin', state: 'gone', userName: 'Dana' });
    if (gone === null) return;
    expect(serverRow('membership', gone)).toBeNull();
    expect(lastKnownRow('membership', gone)).toEqual(lastKnown);
    expect(project('membership', null, [], { ...sync, lastKnown })).toBeNull();
  });

  it('of a staged creation is a whole provisional record', () => {
    const recordId = RecordId.parse('new_1');
    const create = intentOf(
      { verb: 'create', values: { name: 'Nova', branding: { primaryColor: '#123456' }, unheard: 1 } },
      { entity: 'organization', recordId },
    );
    const row = project('organization', null, [create], { hash: '', sweep: 0, fetchedAt: 0 });
    expect(recordSchemas.organization.parse(row)).toEqual(row);
    expect(row).toMatchObject({
      id: 'new_1',
      name: 'Nova',
      branding: { ...noBranding, primaryColor: '#123456' },
      staged: { verb: 'create', fields: [] },
    });
    expect(row && serverRow('organization', row)).toBeNull();
  });

  it('of a membership staged for a provisional organization shows its name', () => {
    const create = intentOf(
      { verb: 'create', values: { organizationId: 'new_1', userId: 'user_1', role: 'org:admin' } },
      { recordId: RecordId.parse('new_2'), shows: { organizationName: 'Nova', userName: 'Dana' } },
    );
    expect(project('membership', null, [create], sync)).toMatchObject({
      organizationName: 'Nova',
      userName: 'Dana',
      organizationId: 'new_1',
    });
  });
});

const paths = (editableFields.organization ?? []).map((field) => field.path);
const organization = fc
  .record({ name: fc.string(), slug: fc.string(), maxAllowedMemberships: fc.nat(), logo: fc.string() })
  .map((over) => organizationOf(over));
const intents = fc
  .array(
    fc.record({
      verb: fc.constantFrom('update' as const, 'update' as const, 'update' as const, 'delete' as const),
      field: fc.constantFrom(...paths, 'noSuchField', 'branding.noSuchField'),
      value: fc.oneof(fc.string(), fc.nat(), fc.boolean()),
      state: fc.constantFrom<IntentState>('staged', 'sending', 'conflict', 'refused', 'unknown'),
    }),
    { maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(({ verb, field, value, state }, index) =>
      intentOf(verb === 'delete' ? { verb, base: {} } : { verb, field, base: null, value }, {
        seq: index + 1,
        state,
        entity: 'organization',
      }),
    ),
  );

describe('for any record and any open intents', () => {
  it('the server row can be rebuilt from the visible row', () => {
    fc.assert(
      fc.property(organization, intents, (remote, open) => {
        const row = project('organization', remote, open, sync);
        expect(row && serverRow('organization', row)).toEqual(remote);
      }),
    );
  });

  it('withdrawing them all restores the row exactly', () => {
    fc.assert(
      fc.property(organization, intents, (remote, open) => {
        const staged = project('organization', remote, open, sync);
        const restored = staged && project('organization', serverRow('organization', staged), [], sync);
        expect(restored).toEqual(project('organization', remote, [], sync));
      }),
    );
  });

  it('projecting again changes nothing, and the last value of each field shows', () => {
    fc.assert(
      fc.property(organization, intents, (remote, open) => {
        const row = project('organization', remote, open, sync);
        const again = row && project('organization', serverRow('organization', row), open, sync);
        expect(again).toEqual(row);
        const named = open.flatMap(({ action }) => (action.verb === 'update' ? [action.field] : []));
        const known = named.filter((field) => !field.includes('noSuchField'));
        expect(row?.staged?.fields ?? []).toEqual([...new Set(known)].sort());
      }),
    );
  });
});
