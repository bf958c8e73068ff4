import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  /** Who is affected, by name; shown as a list, the rest counted. */
  readonly victims?: readonly string[];
  /** The verb on the button: `Stage removal of 12 people`. */
  readonly verb: string;
  readonly destructive?: boolean;
  readonly busy?: boolean;
  /** Nothing to confirm yet. */
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

const shown = 8;

/** Says what will happen and to whom, and asks for one deliberate gesture. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    children,
    victims = [],
    verb,
    destructive = false,
    busy = false,
    disabled = false,
    onConfirm,
    onClose,
  } = props;
  const rest = victims.length - shown;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={classes.text}>{children}</div>
      {victims.length > 0 && (
        <ul className={classes.victims}>
          {victims.slice(0, shown).map((name) => (
            <li key={name}>{name}</li>
          ))}
          {rest > 0 && <li className={classes.rest}>and {rest} more</li>}
        </ul>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          color={destructive ? 'red' : undefined}
          loading={busy}
          disabled={disabled}
          onClick={onConfirm}
          data-autofocus
        >
          {verb}
        </Button>
      </div>
    </Modal>
  );
}
