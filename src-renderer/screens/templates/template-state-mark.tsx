import { TonedMark } from '@renderer/ui/marks/toned-mark';
import type { ManyOutcome, TemplateState } from '@shared/contract/templates';
import {
  Ban,
  Braces,
  Check,
  CircleHelp,
  EqualNot,
  GitFork,
  type LucideIcon,
  Merge,
  Pencil,
} from 'lucide-react';
import type { ComponentProps } from 'react';

interface Look {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: ComponentProps<typeof TonedMark>['tone'];
}

/** How a customer's template stands to what most have. */
export const stateLooks: Readonly<Record<TemplateState, Look>> = {
  same: { word: 'As most', icon: Check, tone: 'quiet' },
  differs: { word: 'Differs', icon: EqualNot, tone: 'conflict' },
  staged: { word: 'Staged', icon: Pencil, tone: 'staged' },
  refused: { word: 'Refused', icon: Ban, tone: 'refused' },
  'not-read': { word: 'Not read', icon: CircleHelp, tone: 'unverified' },
};

/** What a change for many comes to for one of them. */
export const outcomeLooks: Readonly<Record<ManyOutcome, Look>> = {
  clean: { word: 'Changes', icon: Check, tone: 'applied' },
  merged: { word: 'Merged with its own', icon: Merge, tone: 'applied' },
  same: { word: 'Has it already', icon: Check, tone: 'quiet' },
  collides: { word: 'Collides', icon: GitFork, tone: 'conflict' },
  lacks: { word: 'Variable missing', icon: Braces, tone: 'conflict' },
  refused: { word: 'May not be so', icon: Ban, tone: 'refused' },
  'not-read': { word: 'Not read', icon: CircleHelp, tone: 'unverified' },
};

/** A state or an outcome by icon, word and colour together. */
export function LookMark({ look: { word, icon: Icon, tone } }: { readonly look: Look }) {
  return <TonedMark tone={tone} icon={<Icon size={12} strokeWidth={2.25} aria-hidden />} word={word} />;
}
