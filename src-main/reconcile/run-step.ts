import { type IntentId, isProvisional } from '@shared/domain/ids';
import { type Intent, isOpen } from '@shared/domain/intent';
import { attempt } from './attempt';
import type { ReconcileContext } from './reconcile-context';
import { resolveUnknown } from './resolve-unknown';
import type { RunControl } from './run-control';
import type { StepEnd } from './step-end';

/** Attempts at one intent in one run, before it is left for the next. */
const mostAttempts = 12;

/**
 * Carries one intent out. Every move is journaled before its effect:
 *
 *     fresh read ─> conflict │ refused (gone) │ already so
 *         │
 *     journal 'sending' ─> send ─> applied │ refused
 *         ^                  ├─> retry: wait, from the top
 *         │                  └─> unknown ─> look up ─> applied
 *         └───────────────────────────────────┴─> not done: wait, from the top
 */
export async function runStep(
  context: ReconcileContext,
  control: RunControl,
  id: IntentId,
): Promise<StepEnd> {
  let last: StepEnd = { kind: 'left' };
  for (let count = 0; count < mostAttempts; count += 1) {
    const [intent] = await context.store.intents({ ids: [id] });
    if (intent === undefined || !isOpen(intent) || standsOnProvisional(intent)) return { kind: 'left' };
    await control.until(intent.nextAttemptAt);
    if (control.cancelled() && intent.state !== 'unknown') return { kind: 'left' };
    const end =
      intent.state === 'unknown' ? await resolveUnknown(context, intent) : await attempt(context, intent);
    if (end !== 'again') return end;
    last = { kind: intent.state === 'unknown' ? 'unknown' : 'left' };
  }
  return last;
}

function standsOnProvisional({ action, recordId, organizationId }: Intent): boolean {
  if (action.verb !== 'create') return isProvisional(recordId);
  return recordId !== organizationId && isProvisional(organizationId);
}
