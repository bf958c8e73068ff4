import type { Failure } from '@shared/contract/failure';
import { type IntentId, isProvisional } from '@shared/domain/ids';
import { type Intent, isOpen } from '@shared/domain/intent';
import { longestAskedMs, longestWaitMs, mostSends } from '@shared/domain/retry-policy';
import { isCopiedFrom } from '@shared/domain/stands-on';
import { t } from '@shared/language/t';
import { resolveUnknown } from '../plan/resolve-unknown';
import type { SharingContext } from '../service/shared-walks';
import type { StepEnd } from '../service/step-end';
import { attempt } from './attempt';
import type { OpenCopies } from './open-copies';
import type { RunControl } from './run-control';

interface RunStep {
  readonly id: IntentId;
  readonly patienceMs: number;
  /** Those of this run. */
  readonly openCopies: OpenCopies;
}

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
  context: SharingContext,
  control: RunControl,
  { id, patienceMs, openCopies }: RunStep,
): Promise<StepEnd> {
  let last: StepEnd = { kind: 'left' };
  for (let count = 0; count < mostSends; count += 1) {
    const [intent] = await context.store.intents({ ids: [id] });
    if (intent === undefined || !isOpen(intent)) return { kind: 'left' };
    if (standsOnProvisional(intent)) return { kind: 'left', failure: notMade(intent) };
    const copying = await copyingFrom(openCopies, intent);
    if (copying !== null) return { kind: 'left', failure: copying };
    const left = waitLeft(intent, context.now());
    if (left > patienceMs) return { kind: 'later', failure: askedToWait(intent, context.now() + left) };
    await control.wait(left);
    if (control.cancelled() && intent.state !== 'unknown') return { kind: 'left' };
    const end =
      intent.state === 'unknown' ? await resolveUnknown(context, intent) : await attempt(context, intent);
    if (end !== 'again') return end;
    last = { kind: intent.state === 'unknown' ? 'unknown' : 'left' };
  }
  return last;
}

/**
 * How long an intent still has to wait, ms. Never longer than what was asked of it: a clock that was set back since must not
 * hold it for an hour.
 */
function waitLeft({ nextAttemptAt, outcome }: Intent, now: number): number {
  const asked = nextAttemptAt - (outcome?.at ?? nextAttemptAt);
  const most = asked > longestWaitMs && asked <= longestAskedMs ? asked : longestWaitMs;
  return Math.min(Math.max(0, nextAttemptAt - now), most);
}

function askedToWait({ label }: Intent, until: number): Failure {
  const at = new Date(until).toISOString();
  return {
    code: 'rate-limited',
    message: t('The service asks to wait until {at} before {label} is sent again. It is kept, staged.', {
      at,
      label,
    }),
    next: t('Reconcile again after {at}.', { at }),
    detail: { until },
  };
}

const notMade = ({ label }: Intent): Failure => ({
  code: 'refused',
  message: t('What {label} stands on was not made. It was not sent, and is kept.', { label }),
  next: t('Look at what became of that, then reconcile again.'),
});

/** Why a record must not be deleted yet: something open, be it refused, still copies from it. */
async function copyingFrom(
  openCopies: OpenCopies,
  { entity, recordId, action, label }: Intent,
): Promise<Failure | null> {
  if (action.verb !== 'delete' || !isCopiedFrom(entity)) return null;
  const held = await openCopies(entity, recordId);
  if (held === null) return null;
  return {
    code: 'conflict',
    message: t('{name} takes over from {label}, which is not done yet. {label} was not deleted.', {
      name: held.label,
      label,
    }),
    next: t('Reconcile that first, or withdraw it; then delete {label}.', { label }),
  };
}

function standsOnProvisional({ action, recordId, organizationId }: Intent): boolean {
  if (action.verb !== 'create') return isProvisional(recordId);
  return recordId !== organizationId && isProvisional(organizationId);
}
