import type { MarkLook } from '@renderer/ui/marks/look-mark';
import type { ReviewRow } from '@shared/contract/reviews';
import type { Evidence } from '@shared/domain/reviews/evidence';
import type { Recommendation } from '@shared/domain/reviews/recommend';
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
  open: { word: 'Undecided', icon: CircleDashed, tone: 'quiet' },
  keep: { word: 'Keep', icon: Check, tone: 'applied' },
  revoke: { word: 'Revoke', icon: CircleSlash, tone: 'refused' },
  unknown: { word: 'Don’t know', icon: CircleHelp, tone: 'unknown' },
  disputed: { word: 'Disputed', icon: GitFork, tone: 'conflict' },
};

export const adviceLooks: Readonly<Record<Recommendation['verdict'], MarkLook>> = {
  keep: { word: 'Keep', icon: Check, tone: 'quiet' },
  revoke: { word: 'Revoke', icon: CircleSlash, tone: 'refused' },
  none: { word: 'Look at it', icon: CircleHelp, tone: 'unverified' },
};

export const evidenceLooks: Readonly<Record<Evidence['state'], MarkLook>> = {
  'not-staged': { word: 'Not revoked', icon: CircleSlash, tone: 'refused' },
  staged: { word: 'Staged', icon: PencilLine, tone: 'staged' },
  conflict: { word: 'In conflict', icon: GitFork, tone: 'conflict' },
  refused: { word: 'Refused', icon: CircleSlash, tone: 'refused' },
  withdrawn: { word: 'Taken back', icon: Undo2, tone: 'quiet' },
  lost: { word: 'Not known', icon: CircleHelp, tone: 'unknown' },
  applied: { word: 'Not read back yet', icon: CircleDashed, tone: 'unverified' },
  verified: { word: 'Read back gone', icon: CircleCheck, tone: 'applied' },
  'gone-before': { word: 'Was gone', icon: Check, tone: 'quiet' },
};
