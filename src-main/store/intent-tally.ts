import { ChangeSetId } from '@shared/domain/ids';
import { IntentState } from '@shared/domain/intent';
import { tableOf } from './sqlite-storage/collection-source';
import { columnOf } from './sqlite-storage/mango/resolve-field';
import { valueOfKey } from './sqlite-storage/value-key';
import type { IntentTally } from './store';
import type { StoreCollection } from './store-database';

/** Counts intents per change set and state over an index alone: a status line may ask after every commit. */
export function readIntentTally(intents: StoreCollection): readonly IntentTally[] {
  const table = tableOf(intents);
  table.ensureIndexed();
  const [set, state] = [columnOf(table, 'changeSetId'), columnOf(table, 'state')];
  if (set === undefined || state === undefined) throw new Error('ids and states are plain texts');
  return table.file
    .rows(
      `SELECT ${set} AS changeSet, ${state} AS state, count(*) AS count FROM ${table.name}
       WHERE deleted = 0 GROUP BY ${set}, ${state}`,
    )
    .map(({ changeSet = null, state: held = null, count }) => ({
      changeSetId: ChangeSetId.parse(valueOfKey(changeSet)),
      state: IntentState.parse(valueOfKey(held)),
      count: Number(count),
    }));
}
