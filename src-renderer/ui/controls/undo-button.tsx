import classes from './undo-button.module.css';

interface UndoButtonProps {
  /** What is undone, as a screen reader says it: `the staged Name`. */
  readonly what: string;
  readonly onUndo: () => void;
}

/** The way back from a staged value, beside it. */
export function UndoButton({ what, onUndo }: UndoButtonProps) {
  return (
    <button type="button" className={classes.undo} aria-label={`Undo ${what}`} onClick={onUndo}>
      Undo
    </button>
  );
}
