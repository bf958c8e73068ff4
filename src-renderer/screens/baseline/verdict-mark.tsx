import { LookMark, type MarkLook } from '@renderer/ui/marks/look-mark';
import type { Verdict } from '@shared/domain/fleet/verdict';
import { Braces, Check, CircleHelp, EqualNot, Handshake, Lock, TimerOff } from 'lucide-react';

/** How a verdict is called and looks, everywhere. */
export const verdictLooks: Readonly<Record<Verdict, MarkLook>> = {
  same: { word: 'Same', icon: Check, tone: 'quiet' },
  differs: { word: 'Differs', icon: EqualNot, tone: 'refused' },
  accepted: { word: 'Accepted', icon: Handshake, tone: 'applied' },
  expired: { word: 'Expired', icon: TimerOff, tone: 'refused' },
  unlicensed: { word: 'Not in its plan', icon: Lock, tone: 'unverified' },
  'missing-variable': { word: 'Variable missing', icon: Braces, tone: 'conflict' },
  unknown: { word: 'Unknown', icon: CircleHelp, tone: 'unknown' },
};

interface VerdictMarkProps {
  readonly verdict: Verdict;
  /** Icon only, its word for screen readers and on hover. */
  readonly compact?: boolean;
}

export function VerdictMark({ verdict, compact = false }: VerdictMarkProps) {
  return <LookMark look={verdictLooks[verdict]} compact={compact} />;
}
