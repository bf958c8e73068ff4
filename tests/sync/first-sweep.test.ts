import { sweepOrder } from '@shared/domain/entity';
import { recordSchemas } from '@shared/domain/records/record-map';
import { expect, test } from 'vitest';
import { startRig } from './sync-rig';

test('the first sweep copies every record of the service, without history', async () => {
  const { sandbox, store, sync, sweep } = await startRig();
  expect(sync.status().freshness).toEqual({ kind: 'never', asOf: 0 });
  await sweep();
  const rows = Object.values((await sandbox.control.state()).rows)[0] ?? {};
  for (const entity of sweepOrder) {
    const wanted = entity === 'settings' ? 5 : (rows[`${entity}s`] ?? rows[entity]);
    expect([entity, await store.count(entity)]).toEqual([entity, wanted]);
    for (const record of await store.list(entity, [])) {
      expect(recordSchemas[entity].strict().parse(record)).toEqual(record);
    }
  }
  expect(await store.history({ limit: 1 })).toEqual([]);
  for (const { phase, done, total } of sync.status().collections) {
    expect([phase, done]).toEqual(['done', total]);
  }
});
