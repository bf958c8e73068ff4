import { createOpenCopies } from '@main/reconcile/apply/open-copies';
import { moveIntent } from '@main/reconcile/rows/intent-batch';
import { provisionalId, RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { expect, it } from 'vitest';
import { intentOf } from '../domain/intent-of';
import { openWorld } from './open-world';

const templates = ['app_1', 'app_2', 'app_3'].map((id) => RecordId.parse(id));

function copying(seq: number, from: RecordId): Intent {
  const recordId = provisionalId(`copy${seq}`);
  const action = { verb: 'perform', operation: 'takeSetup', values: { from }, base: {} } as const;
  return { ...intentOf(action), entity: 'application', recordId, id: `int_${seq}` as Intent['id'], seq };
}

it('what copies from records is read once a run, with what is staged or opened again while it goes on, and asked for anew', async () => {
  const { store } = await openWorld();
  const [first, second, third] = templates as [RecordId, RecordId, RecordId];
  const undone = moveIntent(copying(3, third), 'withdrawn', 1);
  await store.write({ intents: [copying(1, first), copying(2, second), undone] });
  let read = 0;
  const openCopies = createOpenCopies({
    intents: async (query) => {
      const found = await store.intents(query);
      read += found.length;
      return found;
    },
  });
  expect(await Promise.all(templates.map((id) => openCopies('application', id)))).toMatchObject([
    { seq: 1 },
    { seq: 2 },
    null,
  ]);
  // All of them once, and each open one that was asked for.
  expect(read).toBe(5);
  const applied = moveIntent(copying(1, first), 'applied', 2);
  await store.write({ intents: [applied, moveIntent(undone, 'staged', 2), copying(4, first)] });
  expect(await openCopies('application', first)).toMatchObject({ seq: 4 });
  expect(await openCopies('application', third)).toMatchObject({ seq: 3 });
  expect(await openCopies('domain', second)).toBeNull();
  expect(read).toBe(8);
});
