import { LookMark, type MarkLook } from '@renderer/ui/marks/look-mark';
import type { Verdict } from '@shared/domain/fleet/verdict';
import { inSense, t } from '@shared/language/t';
import { Braces, Check, CircleHelp, EqualNot, Handshake, Lock, TimerOff } from 'lucide-react';

/** How a verdict is called and looks, everywhere. */
export const verdictLooks: Readonly<Record<Verdict, MarkLook>> = {
  same: { word: t('Same'), icon: Check, tone: 'quiet' },
  differs: { word: t('Differs'), icon: EqualNot, tone: 'warning' },
  accepted: { word: inSense('deviation', 'Accepted'), icon: Handshake, tone: 'applied' },
  expired: { word: t('Expired'), icon: TimerOff, tone: 'warning' },
  unlicensed: { word: t('Not in its plan'), icon: Lock, tone: 'unverified' },
  'missing-variable': { word: t('Variable missing'), icon: Braces, tone: 'critical' },
  unknown: { word: t('Unknown'), icon: CircleHelp, tone: 'unknown' },
};

interface VerdictMarkProps {
  readonly verdict: Verdict;
  /** Icon only, its word for screen readers and on hover. */
  readonly compact?: boolean;
}

export function VerdictMark({ verdict, compact = false }: VerdictMarkProps) {
  return <LookMark look={verdictLooks[verdict]} compact={compact} />;
}
