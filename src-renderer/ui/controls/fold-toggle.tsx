import { ChevronRight } from 'lucide-react';
import classes from './fold-toggle.module.css';

interface FoldToggleProps {
  readonly open: boolean;
  /** What is folded: “Details of Acme”. */
  readonly label: string;
  readonly onToggle: () => void;
}

/** Opens and folds the row it ends. By keyboard the row itself does it: the list's item has the focus. */
export function FoldToggle({ open, label, onToggle }: FoldToggleProps) {
  return (
    <button
      type="button"
      className={classes.toggle}
      tabIndex={-1}
      aria-expanded={open}
      aria-label={label}
      onClick={onToggle}
    >
      <ChevronRight size={14} aria-hidden />
    </button>
  );
}
