import { provisionalId, type RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { type ReconcileRig, startReconcile } from './reconcile-rig';

const add = (organizationId: string, name: string, more: JsonObject = {}): IntentDraft => ({
  entity: 'organizationDomain',
  recordId: provisionalId(name),
  action: { verb: 'create', values: { organizationId, name, ...more } },
});

async function refusal(rig: ReconcileRig, draft: IntentDraft): Promise<string | undefined> {
  const { rejected } = await rig.staging.stage([draft]);
  return rejected[0]?.failure.message;
}

/** Organization settings as a later sync would find them. */
async function settings({ store }: ReconcileRig, values: JsonObject): Promise<void> {
  const id = 'organization_settings' as RecordId;
  const row = await store.get('settings', id);
  if (row === null) throw new Error('there are settings');
  await store.write({
    put: [{ entity: 'settings', record: { ...row, values: { ...row.values, ...values } } }],
  });
}

it('a domain that another one has, that is none, or that the settings do not take is refused in words', async () => {
  const rig = await startReconcile();
  const [held] = await rig.store.list('organizationDomain', []);
  const [organization] = await rig.store.list('organization', []);
  const home = organization?.id ?? '';
  expect(await refusal(rig, add(home, String(held?.name).toUpperCase()))).toContain('is taken');
  expect(await refusal(rig, add(home, 'not a domain'))).toContain('is not a domain');
  expect(await refusal(rig, add(home, 'a.example', { enrollmentMode: 'sometimes' }))).toMatch(
    /described wrongly: enrollmentMode does not fit/,
  );
  expect(await refusal(rig, add(home, 'a.example', { enrolmentMode: 'manual_invitation' }))).toMatch(
    /there is no enrolmentMode\. It takes organizationId, name, /,
  );
  expect(await refusal(rig, add('org_missing', 'a.example'))).toContain('no organization');
  await settings(rig, { domains_enrollment_modes: ['manual_invitation'], max_allowed_domains: 2 });
  expect(await refusal(rig, add(home, 'a.example', { enrollmentMode: 'automatic_suggestion' }))).toContain(
    'nobody is suggested to join',
  );
  expect(
    await refusal(rig, {
      entity: 'organizationDomain',
      recordId: held?.id as RecordId,
      action: { verb: 'update', field: 'enrollmentMode', value: 'automatic_invitation' },
    }),
  ).toContain('nobody is invited automatically');
  const three = ['a.example', 'b.example', 'c.example'].map((name) => add(home, name));
  const { rejected } = await rig.staging.stage(three);
  expect(rejected.map(({ failure }) => failure.code)).toContain('limit');
  await settings(rig, { domains_enabled: false });
  expect(await refusal(rig, add(home, 'd.example'))).toContain('switched off');
});

it('a domain is added to an organization that is itself only staged, and falls with its deletion', async () => {
  const rig = await startReconcile();
  const organization = provisionalId('acme');
  await rig.stage(
    { entity: 'organization', recordId: organization, action: { verb: 'create', values: { name: 'Acme' } } },
    add(organization, 'acme.example'),
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 2, refused: 0 });
  const [made] = await rig.store.list('organizationDomain', [
    { field: 'name', op: 'eq', value: 'acme.example' },
  ]);
  expect(made).toMatchObject({
    enrollmentMode: 'manual_invitation',
    verification: 'verified',
    state: 'synced',
  });

  await rig.stage({
    entity: 'organizationDomain',
    recordId: made?.id as RecordId,
    action: { verb: 'update', field: 'enrollmentMode', value: 'automatic_invitation' },
  });
  await rig.stage({
    entity: 'organization',
    recordId: made?.organizationId as RecordId,
    action: { verb: 'delete' },
  });
  expect(await rig.open()).toMatchObject([{ entity: 'organization' }]);
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
});
