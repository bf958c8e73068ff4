import type { RunTrouble } from '@shared/contract/runs';
import type { IntentId } from '@shared/domain/ids';
import { type Intent, type IntentOutcome, isOpen } from '@shared/domain/intent';
import { t } from '@shared/language/t';

/** What one run saw of its changes, and of nothing that an earlier run left. */
export interface RunSeen {
  /** As they were when the run began. */
  readonly begun: ReadonlyMap<IntentId, Intent>;
  /** What it was asked for and cannot send, and why. */
  readonly held: ReadonlyMap<IntentId, string>;
  /** Why steps ended as they did, where no answer to them says it. */
  readonly ends: ReadonlyMap<IntentId, string>;
}

const notReached = t('The run had ended before it was its turn. It was not sent.');

const unsure = t('It may have been sent: the run ended before that was seen.');

const takenBack = t('It was taken back, or another change took its place, before it was sent.');

/** A change that a run did not bring home, with why. Pure. */
export function runTrouble(intent: Intent, seen: RunSeen): RunTrouble {
  const { id: intentId, entity, recordId, organizationId, label, state } = intent;
  return { intentId, entity, recordId, organizationId, label, state, message: messageOf(intent, seen) };
}

function messageOf(intent: Intent, { begun, held, ends }: RunSeen): string {
  const answered = isSame(intent.outcome, begun.get(intent.id)?.outcome ?? null)
    ? ''
    : (intent.outcome?.message ?? '');
  const ended = ends.get(intent.id) ?? '';
  if (mayBeSent(intent)) return answered || ended || unsure;
  return held.get(intent.id) || ended || answered || (isOpen(intent) ? notReached : takenBack);
}

const mayBeSent = ({ state }: Intent): boolean => state === 'sending' || state === 'unknown';

/** Of an outcome that stands as it was, a look-up may have moved the times of sending. */
const isSame = (one: IntentOutcome | null, other: IntentOutcome | null): boolean =>
  one?.at === other?.at && one?.code === other?.code && one?.message === other?.message;
