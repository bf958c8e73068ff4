import { z } from 'zod';
import { t } from '../../language/t';
import type { Intent } from '../intent';
import type { RevocationStep } from './review';

/** What became of a revocation. Nothing counts as verified before a copy that was begun later did not show the membership. */
export const Evidence = z.strictObject({
  /** Id of the membership. */
  item: z.string(),
  state: z.enum([
    /** Could not be staged: managed by a directory, the last admin. */
    'not-staged',
    /** Waits to be sent. */
    'staged',
    'conflict',
    /** The service said no. */
    'refused',
    /** Taken back by an admin. */
    'withdrawn',
    /** Nothing is held here of it any more. */
    'lost',
    /** The service took it; not read back yet. */
    'applied',
    /** Taken, and read back gone. */
    'verified',
    /** It was gone already, not by this review. */
    'gone-before',
  ]),
  /** When the service took it, or it was found gone, ms; 0 for neither. */
  at: z.number(),
  /** When a copy that was begun after that ended without it, ms; 0 before. */
  readBackAt: z.number(),
  /** The service's trace id, '' where it gave none. */
  requestId: z.string(),
  /** Why not, in one sentence; '' where nothing is in the way. */
  why: z.string(),
  /** Id of the membership by which the person is in the organization again, '' for none. */
  againAs: z.string().default(''),
});
export type Evidence = z.infer<typeof Evidence>;

/** What the copy says of a membership by now: whether it is there, and when the last complete walk over memberships began and ended, ms. */
export interface Witness {
  readonly isThere: boolean;
  /** Id of another membership of the same person in the same organization, '' for none. */
  readonly againAs: string;
  readonly walkBeganAt: number;
  readonly walkEndedAt: number;
}

/** Of a step, its intent as it stands, and the copy. Pure. */
export function evidenceOf(
  { item, intentId, code, why }: RevocationStep,
  intent: Pick<Intent, 'state' | 'outcome' | 'closedAt' | 'action'> | undefined,
  { isThere, againAs, walkBeganAt, walkEndedAt }: Witness,
): Evidence {
  const none: Evidence = { item, state: 'staged', at: 0, readBackAt: 0, requestId: '', why: '', againAs: '' };
  if (intentId === '')
    return code === 'not-found'
      ? { ...none, state: 'gone-before', why, againAs }
      : { ...none, state: 'not-staged', why };
  if (intent === undefined) return { ...none, state: 'lost' };
  const { outcome, state } = intent;
  const told = { requestId: outcome?.requestId ?? '', why: outcome?.message ?? '' };
  switch (state) {
    case 'staged':
    case 'sending':
    case 'unknown':
      return { ...none, why: state === 'unknown' ? t('Its answer was lost: reconcile looks it up.') : '' };
    case 'conflict':
      return { ...none, ...told, state };
    case 'refused':
      return { ...none, ...told, state };
    case 'withdrawn':
    case 'superseded':
      return { ...none, state: 'withdrawn' };
    case 'applied': {
      const at = outcome?.at || intent.closedAt;
      if (outcome?.code === 'already-so') return { ...none, state: 'gone-before', at, againAs };
      const isRead = !isThere && walkBeganAt > intent.closedAt && walkBeganAt > 0;
      return {
        ...none,
        state: isRead ? 'verified' : 'applied',
        at,
        readBackAt: isRead ? walkEndedAt : 0,
        requestId: told.requestId,
        why: isThere ? t('The copy shows the membership still.') : '',
        againAs,
      };
    }
  }
}

/** A row of evidence as a sentence; `time` writes a moment (ms). */
export function evidenceText(
  { state, at, readBackAt, why, againAs }: Evidence,
  time: (ms: number) => string,
): string {
  const again = againAs === '' ? '' : t('A member again since.');
  const told = (...sentences: readonly string[]): string =>
    sentences.filter((sentence) => sentence !== '').join(' ');
  switch (state) {
    case 'not-staged':
      return told(t('Not revoked.'), why, again);
    case 'staged':
      return told(t('Staged, not sent yet.'), why, again);
    case 'conflict':
      return told(t('Not revoked: in conflict.'), why, again);
    case 'refused':
      return told(t('Not revoked: the service refused.'), why, again);
    case 'withdrawn':
      return told(t('Not revoked: taken back before it was sent.'), why, again);
    case 'lost':
      return t('What became of it is not known: this workspace holds nothing of the change any more.');
    case 'applied':
      return told(t('Revoked {at}, not read back yet.', { at: time(at) }), why, again);
    case 'verified':
      return told(
        t('Revoked {at}, read back gone {readBackAt}.', { at: time(at), readBackAt: time(readBackAt) }),
        again,
      );
    case 'gone-before':
      return told(
        at === 0 ? t('Was gone already.') : t('Was gone already, seen {at}.', { at: time(at) }),
        again,
      );
  }
}
