import { Ban, Check, CircleDashed, CircleHelp, GitFork, type LucideIcon, Pencil } from 'lucide-react';
import type { MarkKind } from './mark-kind';

const icons: Readonly<Record<MarkKind, LucideIcon>> = {
  staged: Pencil,
  conflict: GitFork,
  refused: Ban,
  applied: Check,
  unverified: CircleDashed,
  unknown: CircleHelp,
};

/** The icon of a meaning, without its word: only where the word stands beside it. */
export function MarkIcon({ kind, size = 12 }: { readonly kind: MarkKind; readonly size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} strokeWidth={2.25} aria-hidden />;
}
