import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { expect, it } from 'vitest';
import { startReconcile } from './reconcile-rig';

const set = (entity: EntityName, recordId: RecordId, field: string, value: JsonValue): IntentDraft => ({
  entity,
  recordId,
  action: { verb: 'update', field, value },
});

it('a directory’s attributes are mapped one by one, taken out, and never to anything but a path', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const [directory] = await rig.store.list('directory', [], 1);
  if (directory === undefined) throw new Error('a world has directories');
  const { id } = directory;
  const mapped = async () => readField((await rig.store.get('directory', id)) ?? {}, 'attributeMapping');
  await rig.stage(
    set('directory', id, 'attributeMapping.title', 'title'),
    set('directory', id, 'attributeMapping.first_name', 'name.formatted'),
  );
  expect(await rig.reconcile()).toMatchObject({ applied: 2 });
  await rig.stage(set('directory', id, 'attributeMapping.title', null));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(await mapped()).toEqual({ first_name: 'name.formatted', last_name: 'name.familyName' });
  const fresh = await rig.identity.fetchOne('directory', directory);
  expect(fresh).toMatchObject({ ok: true, value: { attributeMapping: await mapped() } });
  for (const odd of [7, '', ['a']]) {
    const { rejected } = await rig.staging.stage([set('directory', id, 'attributeMapping.title', odd)]);
    expect(rejected[0]?.failure.message).toContain('as a text');
  }
});

it('the domains of a connection are set as the service spells them, and never to none', async () => {
  const rig = await startReconcile({ scale: 0.2 });
  const [connection] = await rig.store.list('enterpriseConnection', [], 1);
  if (connection === undefined) throw new Error('a world has connections');
  for (const odd of [[], ['ACME.example'], ['acme']]) {
    const { rejected } = await rig.staging.stage([
      set('enterpriseConnection', connection.id, 'domains', odd),
    ]);
    expect(rejected[0]?.failure.message).toContain('in small letters');
  }
  await rig.stage(set('enterpriseConnection', connection.id, 'domains', ['acme.example', 'acme-eu.example']));
  expect(await rig.reconcile()).toMatchObject({ applied: 1 });
  expect(await rig.identity.fetchOne('enterpriseConnection', connection)).toMatchObject({
    ok: true,
    value: { domains: ['acme.example', 'acme-eu.example'] },
  });
});
