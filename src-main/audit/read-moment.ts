import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { Past } from '@shared/domain/history/rewind';
import type { RecordId } from '@shared/domain/ids';
import { type PastName, readPastNames } from './past-names';
import { type ChainPlace, readPasts } from './read-pasts';

/** What is to be taken back of a table's rows: what changed of themselves, and of the names they repeat. */
export interface Moment {
  readonly pasts: ReadonlyMap<RecordId, Past>;
  readonly names: readonly PastName[];
}

/** A place of the chain, for a table or one record of it. */
export async function readMoment(
  store: Store,
  entity: EntityName,
  place: ChainPlace,
  recordId?: RecordId,
): Promise<Moment> {
  return {
    pasts: await readPasts(store, entity, place, recordId),
    names: await readPastNames(store, entity, place),
  };
}
