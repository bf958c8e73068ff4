import { t } from '../../language/t';
import type { Failure, FailureCode } from '../failure';
import type { Intent } from '../intent';

/** An intent before it is numbered. */
export type IntentSeed = Pick<
  Intent,
  'entity' | 'recordId' | 'label' | 'organizationId' | 'action' | 'shows' | 'seenUpdatedAt'
>;

/** What an accepted draft does to its organization's seats and admins. */
export interface SeatEffect {
  readonly organizationId: string;
  readonly members: number;
  readonly pending: number;
  readonly admins: number;
  /** New seat limit; undefined when it stays. */
  readonly limit?: number;
  /** False where the service does not ask for a remaining admin: what is withdrawn never existed for it. */
  readonly guarded: boolean;
}

export interface Proposal {
  readonly opened: readonly IntentSeed[];
  readonly closed: readonly { readonly intent: Intent; readonly to: 'superseded' | 'withdrawn' }[];
  readonly effect: SeatEffect | null;
  /** The open intent that the draft is folded into, with all earlier ones of its set: the last of them stands for all. */
  readonly folds?: Intent['id'];
}

/** What is to become of a draft. `skip`: everything is already as it asks. */
export type Validation =
  | { readonly kind: 'skip' }
  | Rejection
  | { readonly kind: 'accept'; readonly proposal: Proposal };

export interface Rejection {
  readonly kind: 'reject';
  readonly failure: Failure;
}

export const skip: Validation = { kind: 'skip' };

export function reject(code: FailureCode, message: string, next: string): Rejection {
  return { kind: 'reject', failure: { code, message, next } };
}

export function accept(
  opened: Proposal['opened'],
  closed: Proposal['closed'],
  effect: SeatEffect | null,
): Validation {
  return { kind: 'accept', proposal: { opened, closed, effect } };
}

/** Intents whose fate on the service is open right now must not be changed under it. */
export function inFlight(intents: readonly Intent[]): Validation | null {
  const busy = intents.find(({ state }) => state === 'sending' || state === 'unknown');
  if (busy === undefined) return null;
  return busy.state === 'sending'
    ? reject(
        'busy',
        t('An earlier change of {label} is being sent.', { label: busy.label }),
        t('Wait for its answer, then try again.'),
      )
    : reject(
        'busy',
        t('It is not known yet whether an earlier change of {label} reached the service.', {
          label: busy.label,
        }),
        t('Reconcile first: it is looked up there.'),
      );
}
