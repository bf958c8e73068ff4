import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { IntentId, RecordId } from '@shared/domain/ids';
import { type Intent, IntentState, openStates } from '@shared/domain/intent';
import { recordKey } from '@shared/domain/rules/staging-world';
import { copiesFrom } from '@shared/domain/stands-on';
import { gather } from '@shared/gather';

/** A step that is open, be it refused, and still copies from a record; null where none does. */
export type OpenCopies = (entity: EntityName, recordId: RecordId) => Promise<Intent | null>;

/** All but what is done for good: an undo opens the others again, with the number that they had. */
const mayBeOpen = IntentState.options.filter((state) => state !== 'applied');

/** Open steps that copy from others, for one run: the first question reads all that are or may be open, later ones what was staged since. */
export function createOpenCopies(store: Pick<Store, 'intents'>): OpenCopies {
  const copies = new Map<string, IntentId[]>();
  let takenIn = Promise.resolve(-1);

  /** Takes in what was staged behind `seq`, and answers up to which one all are known. */
  const takeIn = async (seq: number): Promise<number> => {
    const further = await store.intents({ states: mayBeOpen, afterSeq: seq });
    for (const intent of further) {
      const from = copiesFrom(intent);
      if (from === null) continue;
      gather(copies, recordKey(from.entity, from.id), intent.id);
    }
    return further.at(-1)?.seq ?? seq;
  };

  return async (entity, recordId) => {
    takenIn = takenIn.then(takeIn);
    await takenIn;
    const ids = copies.get(recordKey(entity, recordId));
    const [open] = ids === undefined ? [] : await store.intents({ states: openStates, ids, limit: 1 });
    return open ?? null;
  };
}
