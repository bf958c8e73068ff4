import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { type IdleMinutes, IdleSetting } from '@shared/contract/guard';
import { t } from '@shared/language/t';
import { app, clipboard, powerMonitor } from 'electron';
import { sendEvent } from '../ipc/send-event';
import { log } from '../log/log';
import { keepSetting, readSetting } from '../setting-file';
import type { WorkspaceSession } from '../workspaces/workspace-session';
import { createIdleLock } from './idle-lock';
import { createIdleTime } from './idle-time';
import { createSecretClipboard } from './secret-clipboard';

/** What closes the workspace and empties the clipboard when nobody sits at the machine. */
export interface Guard {
  idleMinutes(): IdleMinutes;
  setIdleMinutes(minutes: IdleMinutes): Promise<Result<null>>;
  copySecret(secret: string): void;
  /** Takes a copied secret off the clipboard. */
  clearClipboard(): Promise<void>;
}

const lookEveryMs = 5_000;
const standard: IdleMinutes = 15;

/** Watches input, screen lock and sleep for the open workspace. */
export function startGuard(session: Pick<WorkspaceSession, 'lockable' | 'lock'>): Guard {
  const file = join(app.getPath('userData'), 'idle-lock.json');
  // There is none yet, or it cannot be read: the careful choice.
  let { minutes } = readSetting(file, IdleSetting, { minutes: standard });
  const secrets = createSecretClipboard(clipboard, (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  });
  const idleTime = createIdleTime(
    () => performance.now(),
    () => powerMonitor.getSystemIdleTime(),
  );
  app.on('web-contents-created', (_event, contents) => contents.on('input-event', idleTime.input));
  const idleLock = createIdleLock({
    minutes: () => minutes,
    idleSeconds: idleTime.seconds,
    lockable: session.lockable,
    lock: async (workspaceId, reason) => {
      if (!(await session.lock(workspaceId))) return false;
      await secrets.clear();
      sendEvent('locked', { workspaceId, reason, minutes });
      return true;
    },
  });
  const failed = (error: unknown): void => log.error('Locking the workspace failed', error);
  setInterval(() => void idleLock.look().catch(failed), lookEveryMs).unref();
  const left = (): void => void idleLock.left().catch(failed);
  powerMonitor.on('lock-screen', left);
  powerMonitor.on('suspend', left);
  return {
    idleMinutes: () => minutes,
    setIdleMinutes: async (next) => {
      const setting: IdleSetting = { minutes: next };
      const kept = await keepSetting(file, setting, t('Keeping when to lock'));
      if (!kept.ok) return kept;
      minutes = next;
      return success(null);
    },
    copySecret: secrets.put,
    clearClipboard: secrets.clear,
  };
}
