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
import classes from './verdict-mark.module.css';

interface Look {
  readonly word: string;
  readonly icon: LucideIcon;
}

/** How a verdict is called and looks, everywhere. */
export const verdictLooks: Readonly<Record<Verdict, Look>> = {
  same: { word: 'Same', icon: Check },
  differs: { word: 'Differs', icon: EqualNot },
  accepted: { word: 'Accepted', icon: Handshake },
  expired: { word: 'Expired', icon: TimerOff },
  unlicensed: { word: 'Not in its plan', icon: Lock },
  'missing-variable': { word: 'Variable missing', icon: Braces },
  unknown: { word: 'Unknown', icon: CircleHelp },
};

interface VerdictMarkProps {
  readonly verdict: Verdict;
  /** Icon only, its word for screen readers and on hover. */
  readonly compact?: boolean;
}

/** A verdict by icon, word and colour together. */
export function VerdictMark({ verdict, compact = false }: VerdictMarkProps) {
  const { word, icon: Icon } = verdictLooks[verdict];
  return (
    <span
      className={classes.mark}
      data-verdict={verdict}
      data-compact={compact || undefined}
      title={compact ? word : undefined}
    >
      <Icon size={12} strokeWidth={2.25} aria-hidden />
      <span className={compact ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
