import { t } from '@shared/language/t';
import classes from './undo-staged.module.css';

interface UndoStagedProps {
  /** Of the field: `Logo`. */
  readonly label: string;
  readonly onUndo: () => void;
}

/** Beside a field of a form: takes what is staged of it back. */
export function UndoStaged({ label, onUndo }: UndoStagedProps) {
  return (
    <button
      type="button"
      className={classes.undo}
      aria-label={t('Undo the staged {label}', { label })}
      onClick={onUndo}
    >
      {t('Undo')}
    </button>
  );
}
