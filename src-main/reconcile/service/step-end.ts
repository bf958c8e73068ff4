import type { Failure } from '@shared/contract/failure';
import type { RemoteFailure } from '@shared/domain/remote-failure';
import { remoteAsFailure } from './remote-as-failure';

/** How a step ended. `left`: it was not sent, or not this time; `stop`: nothing more can be sent now. */
export type StepEnd =
  /** `secret`: what the answer shows once; left out where the answer was lost. */
  | { readonly kind: 'applied'; readonly secret?: string }
  | { readonly kind: 'already-so' | 'conflict' | 'refused' }
  /** `failure`: why, where the service could not be read. */
  | { readonly kind: 'unknown' | 'left'; readonly failure?: Failure }
  /** Not now: the service asks to wait longer than the run does. Others go on. */
  | { readonly kind: 'later'; readonly failure: Failure }
  | { readonly kind: 'stop'; readonly failure: Failure };

/** Nothing else can be read or sent either: the network or the key is gone. */
export function endsAll({ kind }: Pick<RemoteFailure, 'kind'>): boolean {
  return kind === 'offline' || kind === 'unauthorized';
}

/** The end of a step for which the service could not be read: of the whole run, when nothing else can be either. */
export function unreadable(failure: RemoteFailure, otherwise: 'left' | 'unknown'): StepEnd {
  return { kind: endsAll(failure) ? 'stop' : otherwise, failure: remoteAsFailure(failure) };
}
