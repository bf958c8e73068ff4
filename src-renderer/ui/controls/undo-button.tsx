import { t } from '@shared/language/t';
import classes from './undo-button.module.css';

interface UndoButtonProps {
  /** What is undone, as a screen reader says it: `the staged Name`. */
  readonly what: string;
  readonly onUndo: () => void;
}

/** The way back from a staged value, beside it. */
export function UndoButton({ what, onUndo }: UndoButtonProps) {
  return (
    <button type="button" className={classes.undo} aria-label={t('Undo {what}', { what })} onClick={onUndo}>
      {t('Undo')}
    </button>
  );
}
