import type { ReactNode } from 'react';
import type { MarkTone } from './mark-kind';
import classes from './toned-mark.module.css';

interface TonedMarkProps {
  readonly tone: MarkTone;
  readonly icon: ReactNode;
  readonly word: string;
  /** Icon only, its word for screen readers and on hover: for narrow cells. */
  readonly compact?: boolean;
}

/** A mark by icon, word and colour together, never by colour alone. */
export function TonedMark({ tone, icon, word, compact = false }: TonedMarkProps) {
  return (
    <span
      className={classes.mark}
      data-tone={tone}
      data-compact={compact || undefined}
      title={compact ? word : undefined}
    >
      {icon}
      <span className={compact ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
