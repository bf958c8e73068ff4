import { notifications } from '@mantine/notifications';
import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/** How what a toast tells is taken back. */
export interface WayBack {
  readonly take: () => void;
  /** Whether it can be: what was taken back otherwise is not told any more. Left out, for as long as the toast is there. */
  readonly stands?: () => Promise<boolean>;
}

/** Nothing is told. */
const none = { id: '', stands: () => Promise.resolve(true) };
let lastDone = none;

/**
 * Tells that something went well; with a way back the toast offers it, for as long as there is one. One at a time: what is
 * done anew takes the place of what was told before.
 */
export function notifyDone(title: string, back?: WayBack): void {
  hideDone();
  const id = crypto.randomUUID();
  lastDone = { id, stands: back?.stands ?? none.stands };
  const onUndo = (): void => {
    notifications.hide(id);
    back?.take();
  };
  const onClose = (): void => {
    if (lastDone.id === id) lastDone = none;
  };
  notifications.show({
    id,
    onClose,
    autoClose: 6_000,
    closeButtonProps: { 'aria-label': t('Dismiss') },
    message: (
      <span className="toast">
        {title}
        {back && (
          <button type="button" className="toast-action" onClick={onUndo}>
            {t('Undo')}
          </button>
        )}
      </span>
    ),
  });
}

/** Takes down what was told last: what follows says it by itself. */
export function hideDone(): void {
  notifications.hide(lastDone.id);
  lastDone = none;
}

/** Takes down what was told last, where it can be taken back no more. */
export async function checkDone(): Promise<void> {
  const { id, stands } = lastDone;
  if (!(await stands()) && lastDone.id === id) hideDone();
}

/** Tells in passing what was not done, where nothing went wrong. */
export function notifyNote(text: string): void {
  notifications.show({
    autoClose: 8_000,
    closeButtonProps: { 'aria-label': t('Dismiss') },
    message: <span className="toast">{text}</span>,
  });
}

/** Offers to do something that is not done unasked; stays until it is answered. */
export function notifyOffer(title: string, verb: string, act: () => void): void {
  const id = crypto.randomUUID();
  const onTake = (): void => {
    notifications.hide(id);
    act();
  };
  notifications.show({
    id,
    autoClose: false,
    closeButtonProps: { 'aria-label': t('Dismiss') },
    message: (
      <span className="toast">
        {title}
        <button type="button" className="toast-action" onClick={onTake}>
          {verb}
        </button>
      </span>
    ),
  });
}

/** Told failures of the present screen. */
const told = new Set<string>();

// A failure is about what was done on its screen: it does not follow to another one.
window.addEventListener('hashchange', () => {
  for (const id of told) notifications.hide(id);
  told.clear();
});

/** Tells what went wrong where no field stands for it: stays until dismissed, or until the screen is left. */
export function notifyFailure(failure: Failure): void {
  const id = crypto.randomUUID();
  told.add(id);
  notifications.show({
    id,
    autoClose: false,
    color: 'red',
    // Told above an open dialog: what went wrong may be about it.
    'data-failure': true,
    title: failure.message,
    message: failure.next,
    closeButtonProps: { 'aria-label': t('Dismiss') },
  });
}

/** Takes down all that was told. */
export const clearNotices = (): void => notifications.clean();
