import { MarkIcon } from './mark-icon';
import { type MarkKind, markWords } from './mark-kind';
import { TonedMark } from './toned-mark';

interface StateMarkProps {
  readonly kind: MarkKind;
  /** Instead of the meaning's own word: `3 staged`. */
  readonly word?: string;
  /** Icon only, its word for screen readers and on hover: for narrow cells. */
  readonly compact?: boolean;
}

/** A meaning by icon, word and colour together, never by colour alone. */
export function StateMark({ kind, word = markWords[kind], compact = false }: StateMarkProps) {
  return <TonedMark tone={kind} icon={<MarkIcon kind={kind} />} word={word} compact={compact} />;
}
