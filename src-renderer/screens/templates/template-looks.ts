import type { MarkLook } from '@renderer/ui/marks/look-mark';
import type { ManyOutcome, TemplateState } from '@shared/contract/templates';
import { inSense, t } from '@shared/language/t';
import { Ban, Braces, Check, CircleHelp, EqualNot, GitFork, Merge, Pencil } from 'lucide-react';

/** How a customer's template stands to what most have. */
export const stateLooks: Readonly<Record<TemplateState, MarkLook>> = {
  same: { word: t('As most'), icon: Check, tone: 'quiet' },
  differs: { word: t('Differs'), icon: EqualNot, tone: 'warning' },
  staged: { word: t('Staged'), icon: Pencil, tone: 'staged' },
  refused: { word: t('Refused'), icon: Ban, tone: 'refused' },
  'not-read': { word: t('Not read'), icon: CircleHelp, tone: 'unverified' },
};

/** What a change for many comes to for one of them. */
export const outcomeLooks: Readonly<Record<ManyOutcome, MarkLook>> = {
  clean: { word: inSense('verb', 'Changes'), icon: Check, tone: 'applied' },
  merged: { word: t('Merged with its own'), icon: Merge, tone: 'applied' },
  same: { word: t('Has it already'), icon: Check, tone: 'quiet' },
  collides: { word: t('Collides'), icon: GitFork, tone: 'conflict' },
  lacks: { word: t('Variable missing'), icon: Braces, tone: 'warning' },
  refused: { word: t('May not be so'), icon: Ban, tone: 'refused' },
  'not-read': { word: t('Not read'), icon: CircleHelp, tone: 'unverified' },
};
