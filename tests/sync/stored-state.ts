import { randomUUID } from 'node:crypto';
import { createStaging } from '@main/reconcile/staging/create-staging';
import type { Store } from '@main/store/store';
import { sweepOrder } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';

/** Everything that a person sees of a store: rows without the time of their fetching, intents and history. */
export async function storedState(store: Store) {
  const rows: Record<string, unknown> = {};
  for (const entity of sweepOrder) {
    for (const { sync: _sync, ...row } of await store.list(entity, [])) rows[row.id] = row;
  }
  return { rows, intents: await store.intents(), history: await store.history({ limit: 1_000 }) };
}

/** Stages a role edit of the first plain member, as a screen does; the row as it was before. */
export async function stageRole(store: Store, role = 'org:billing'): Promise<StoredRecord<'membership'>> {
  const [row] = await store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }], 1);
  if (row === undefined) throw new Error('the world has members');
  const staging = createStaging({ store, now: Date.now, newId: () => randomUUID().replaceAll('-', '') });
  const { rejected } = await staging.stage([
    {
      entity: 'membership',
      recordId: row.id,
      action: { verb: 'update', field: 'role', value: role, base: row.role },
    },
  ]);
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  return row;
}
