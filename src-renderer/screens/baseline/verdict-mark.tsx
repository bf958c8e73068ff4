import { TonedMark } from '@renderer/ui/marks/toned-mark';
import type { Verdict } from '@shared/domain/fleet/verdict';
import {
  Braces,
  Check,
  CircleHelp,
  EqualNot,
  Handshake,
  Lock,
  type LucideIcon,
  TimerOff,
} from 'lucide-react';
import type { ComponentProps } from 'react';

interface Look {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: ComponentProps<typeof TonedMark>['tone'];
}

/** How a verdict is called and looks, everywhere. */
export const verdictLooks: Readonly<Record<Verdict, Look>> = {
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

/** A verdict by icon, word and colour together. */
export function VerdictMark({ verdict, compact = false }: VerdictMarkProps) {
  const { word, icon: Icon, tone } = verdictLooks[verdict];
  return (
    <TonedMark
      tone={tone}
      icon={<Icon size={12} strokeWidth={2.25} aria-hidden />}
      word={word}
      compact={compact}
    />
  );
}
