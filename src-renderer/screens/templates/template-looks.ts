import type { MarkLook } from '@renderer/ui/marks/look-mark';
import type { ManyOutcome, TemplateState } from '@shared/contract/templates';
import { Ban, Braces, Check, CircleHelp, EqualNot, GitFork, Merge, Pencil } from 'lucide-react';

/** How a customer's template stands to what most have. */
export const stateLooks: Readonly<Record<TemplateState, MarkLook>> = {
  same: { word: 'As most', icon: Check, tone: 'quiet' },
  differs: { word: 'Differs', icon: EqualNot, tone: 'conflict' },
  staged: { word: 'Staged', icon: Pencil, tone: 'staged' },
  refused: { word: 'Refused', icon: Ban, tone: 'refused' },
  'not-read': { word: 'Not read', icon: CircleHelp, tone: 'unverified' },
};

/** What a change for many comes to for one of them. */
export const outcomeLooks: Readonly<Record<ManyOutcome, MarkLook>> = {
  clean: { word: 'Changes', icon: Check, tone: 'applied' },
  merged: { word: 'Merged with its own', icon: Merge, tone: 'applied' },
  same: { word: 'Has it already', icon: Check, tone: 'quiet' },
  collides: { word: 'Collides', icon: GitFork, tone: 'conflict' },
  lacks: { word: 'Variable missing', icon: Braces, tone: 'conflict' },
  refused: { word: 'May not be so', icon: Ban, tone: 'refused' },
  'not-read': { word: 'Not read', icon: CircleHelp, tone: 'unverified' },
};
