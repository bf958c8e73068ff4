import { assertNever } from '@shared/assert-never';
import type { IntentState } from '@shared/domain/intent';
import type { RecordState } from '@shared/domain/records/envelope';
import { t } from '@shared/language/t';

/** The six meanings that have one colour, one icon and one word each, everywhere. */
export type MarkKind = 'staged' | 'conflict' | 'refused' | 'applied' | 'unverified' | 'unknown';

/** What a mark is coloured by: a meaning, how bad something is, or nothing to look at (`quiet`). */
export type MarkTone = MarkKind | 'critical' | 'warning' | 'quiet';

export const markWords: Readonly<Record<MarkKind, string>> = {
  staged: t('Staged'),
  conflict: t('Conflict'),
  refused: t('Refused'),
  applied: t('Applied'),
  unverified: t('Unverified'),
  unknown: t('Unknown'),
};

/** What a row's state means; null for a row that is as on the service. */
export function markOfRecord(state: RecordState): MarkKind | null {
  switch (state) {
    case 'synced':
      return null;
    case 'pending':
      return 'staged';
    case 'conflict':
    case 'refused':
      return state;
    case 'gone':
      return 'unverified';
    default:
      return assertNever(state);
  }
}

/** What an intent's state means; null for one that was taken back or replaced. */
export function markOfIntent(state: IntentState): MarkKind | null {
  switch (state) {
    case 'staged':
    case 'conflict':
    case 'refused':
    case 'applied':
    case 'unknown':
      return state;
    case 'sending':
      return 'unverified';
    case 'withdrawn':
    case 'superseded':
      return null;
    default:
      return assertNever(state);
  }
}
