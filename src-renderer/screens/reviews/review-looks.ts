import type { MarkLook } from '@renderer/ui/marks/look-mark';
import type { ReviewRow } from '@shared/contract/reviews';
import type { Evidence } from '@shared/domain/reviews/evidence';
import type { Recommendation } from '@shared/domain/reviews/recommend';
import { t } from '@shared/language/t';
import {
  Check,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  GitFork,
  PencilLine,
  Undo2,
} from 'lucide-react';

/** Where an item stands, by icon, word and colour. */
export const standingLooks: Readonly<Record<ReviewRow['standing'], MarkLook>> = {
  open: { word: t('Undecided'), icon: CircleDashed, tone: 'quiet' },
  keep: { word: t('Keep'), icon: Check, tone: 'applied' },
  revoke: { word: t('Revoke'), icon: CircleSlash, tone: 'refused' },
  unknown: { word: t('Don’t know'), icon: CircleHelp, tone: 'unknown' },
  disputed: { word: t('Disputed'), icon: GitFork, tone: 'conflict' },
};

export const adviceLooks: Readonly<Record<Recommendation['verdict'], MarkLook>> = {
  keep: { word: t('Keep'), icon: Check, tone: 'quiet' },
  revoke: { word: t('Revoke'), icon: CircleSlash, tone: 'refused' },
  none: { word: t('Look at it'), icon: CircleHelp, tone: 'unverified' },
};

export const evidenceLooks: Readonly<Record<Evidence['state'], MarkLook>> = {
  'not-staged': { word: t('Not revoked'), icon: CircleSlash, tone: 'refused' },
  staged: { word: t('Staged'), icon: PencilLine, tone: 'staged' },
  conflict: { word: t('In conflict'), icon: GitFork, tone: 'conflict' },
  refused: { word: t('Refused'), icon: CircleSlash, tone: 'refused' },
  withdrawn: { word: t('Taken back'), icon: Undo2, tone: 'quiet' },
  lost: { word: t('Not known'), icon: CircleHelp, tone: 'unknown' },
  applied: { word: t('Not read back yet'), icon: CircleDashed, tone: 'unverified' },
  verified: { word: t('Read back gone'), icon: CircleCheck, tone: 'applied' },
  'gone-before': { word: t('Was gone'), icon: Check, tone: 'quiet' },
};
