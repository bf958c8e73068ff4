import { assertNever } from '@shared/assert-never';
import type { Intent } from '@shared/domain/intent';
import { backOff } from '@shared/domain/reconcile/back-off';
import { closeApplied } from './close-applied';
import { lookUp } from './look-up';
import { moveInStore } from './move-in-store';
import type { ReconcileContext } from './reconcile-context';
import { type StepEnd, unreadable } from './step-end';

/** Looks up what became of an intent whose answer was lost: it closes, or is staged again (`again`), never sent blindly. */
export async function resolveUnknown(context: ReconcileContext, intent: Intent): Promise<StepEnd | 'again'> {
  const { store, now } = context;
  const found = await lookUp(context, intent, await store.get(intent.entity, intent.recordId));
  switch (found.kind) {
    case 'done': {
      const { record, requestId } = found;
      const outcome = { code: 'found', message: '', status: 200, requestId, at: now() };
      await closeApplied(context, intent, record, outcome);
      return { kind: 'applied' };
    }
    case 'not-done':
      await moveInStore(context, intent, {
        state: 'staged',
        nextAttemptAt: now() + backOff(intent.attempts),
      });
      return 'again';
    case 'unreachable':
      return unreadable(found.failure, 'unknown');
    default:
      return assertNever(found);
  }
}
