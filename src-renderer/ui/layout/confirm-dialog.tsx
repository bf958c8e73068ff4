import { Button } from '@mantine/core';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import { InlineFailure } from '../marks/inline-failure';
import classes from './confirm-dialog.module.css';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** Who is affected, by name; shown as a list, the rest counted. */
  readonly affected?: readonly string[];
  /** How many they are, where not all of them are named. */
  readonly affectedInAll?: number;
  /** The verb on the button: `Stage removal of 12 people`. */
  readonly verb: string;
  readonly destructive?: boolean;
  /** For what needs room beside its fields. */
  readonly wide?: boolean;
  readonly busy?: boolean;
  /** Nothing to confirm yet. */
  readonly disabled?: boolean;
  /** Why the last try did not do. */
  readonly failure?: Failure | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Everybody is named in a list that scrolls; beyond this, counted. */
const shown = 1_000;

/** Says what will happen and to whom, and asks for one deliberate act. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    children,
    affected = [],
    affectedInAll = affected.length,
    verb,
    destructive = false,
    wide = false,
    busy = false,
    disabled = false,
    failure = null,
    onConfirm,
    onClose,
  } = props;
  // A button that cannot be pressed yet takes no focus: it would stay behind the dialog.
  const safe = destructive || disabled;
  const rest = affectedInAll - Math.min(affected.length, shown);
  return (
    <Dialog opened={opened} onClose={onClose} title={title} size={wide ? 620 : 440}>
      <div className={classes.text}>
        {children}
        {failure && (
          <div className={classes.failure}>
            <InlineFailure failure={failure} />
          </div>
        )}
      </div>
      {affected.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key
        <ul className={classes.affected} aria-label={t('Who is affected')} tabIndex={0}>
          {affected.slice(0, shown).map((name, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name; the list never moves
            <li key={place}>{name}</li>
          ))}
          {rest > 0 && <li className={classes.rest}>{t('and {count, number} more', { count: rest })}</li>}
        </ul>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose} data-autofocus={safe || undefined}>
          {t('Cancel')}
        </Button>
        <Button
          color={destructive ? 'red' : undefined}
          loading={busy}
          disabled={disabled}
          onClick={onConfirm}
          // The key that opened it may be held down still: that is no second, deliberate act.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          data-autofocus={!safe || undefined}
        >
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
