import { notifications } from '@mantine/notifications';
import type { Failure } from '@shared/contract/failure';

let lastDone = '';

/**
 * Tells that something went well; with `undo` the toast offers to take it back. One at a time: undo is about the last
 * gesture, so an older toast must not offer it any more.
 */
export function notifyDone(title: string, undo?: () => void): void {
  notifications.hide(lastDone);
  const id = crypto.randomUUID();
  lastDone = id;
  const onUndo = (): void => {
    notifications.hide(id);
    undo?.();
  };
  notifications.show({
    id,
    autoClose: 6_000,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    message: (
      <span className="toast">
        {title}
        {undo && (
          <button type="button" className="toast-action" onClick={onUndo}>
            Undo
          </button>
        )}
      </span>
    ),
  });
}

/** Tells what went wrong, what was kept and what to do; stays until dismissed. */
export function notifyFailure(failure: Failure): void {
  notifications.show({
    autoClose: false,
    color: 'red',
    title: failure.message,
    message: failure.next,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}
