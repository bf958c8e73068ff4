import { assertNever } from '@shared/assert-never';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { sendWait } from '@shared/domain/retry-policy';
import { alreadySo, closeApplied, foundDone } from '../rows/close-applied';
import { moveInStore } from '../rows/move-in-store';
import { lookUp, sendings } from '../service/look-up';
import type { SharingContext } from '../service/shared-walks';
import { type StepEnd, unreadable } from '../service/step-end';
import { refuseForHeir } from './ask-heirs';

/**
 * Looks up what became of an intent whose answer was lost: it closes, becomes a question to the admin, or is staged again
 * (`again`), never sent blindly.
 */
export async function resolveUnknown(context: SharingContext, intent: Intent): Promise<StepEnd | 'again'> {
  const { store, now } = context;
  const row: StoredRecord | null = await store.get(intent.entity, intent.recordId);
  const found = await lookUp(context, intent, row);
  switch (found.kind) {
    case 'done':
    case 'there': {
      const { record, requestId } = found;
      const isGone = row !== null && record === null;
      const replaced = isGone ? await refuseForHeir(context, intent, row, 'unknown') : null;
      if (replaced !== null) return replaced;
      const code = found.kind === 'done' ? foundDone : alreadySo;
      await closeApplied(context, intent, record, { code, message: '', status: 200, requestId, at: now() });
      return { kind: found.kind === 'done' ? 'applied' : 'already-so' };
    }
    case 'doubt': {
      const value = { ...found.record } as JsonObject;
      await moveInStore(context, intent, { state: 'conflict', theirs: { value, seenAt: now() } });
      return { kind: 'conflict' };
    }
    case 'not-done': {
      const { outcome } = intent;
      await moveInStore(context, intent, {
        state: 'staged',
        theirs: null,
        nextAttemptAt: now() + sendWait(intent.attempts),
        ...(outcome && { outcome: { ...outcome, lost: sendings(outcome) } }),
      });
      return 'again';
    }
    case 'unreachable':
      return unreadable(found.failure, 'unknown');
    default:
      return assertNever(found);
  }
}
