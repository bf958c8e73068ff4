import { notifications } from '@mantine/notifications';
import type { Failure } from '@shared/contract/failure';

/** Tells that something went well; with `undo` the toast offers to take it back. */
export function notifyDone(title: string, undo?: () => void): void {
  const id = crypto.randomUUID();
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
