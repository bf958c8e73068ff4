import type { Activity } from '@shared/contract/activity';
import { type BrowserWindow, Notification } from 'electron';
import { foldActivity, nothingSeen, progressOf } from './fold-activity';
import { noticeWords } from './notice-words';

interface NoticesParts {
  readonly windows: () => readonly BrowserWindow[];
  readonly isOn: () => boolean;
  /** Somebody clicked on a notice. */
  readonly onClick: () => void;
}

/** Tells by the system's notices and by the bar on the app's icon what happens while nobody looks at a window. */
export interface Notices {
  /** Null: the engine is gone. */
  hear(activity: Activity | null): void;
}

export function createNotices({ windows, isOn, onClick }: NoticesParts): Notices {
  let seen = nothingSeen;
  // Kept until it is gone: one that is collected cannot be clicked.
  let shown: Notification | null = null;
  const bar = (progress: number | null): void => {
    for (const window of windows()) window.setProgressBar(progress ?? -1);
  };
  return {
    hear(activity) {
      if (activity === null) {
        seen = nothingSeen;
        bar(null);
        return;
      }
      bar(progressOf(activity));
      const folded = foldActivity(seen, activity, performance.now());
      seen = folded.seen;
      const isLooking = windows().some((window) => window.isFocused());
      if (folded.notice === null || isLooking || !isOn() || !Notification.isSupported()) return;
      shown?.close();
      shown = new Notification({ ...noticeWords(folded.notice), silent: true });
      shown.on('click', onClick);
      shown.show();
    },
  };
}
