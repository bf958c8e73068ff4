import { join } from 'node:path';
import { failure, type Result, success } from '@shared/contract/failure';
import { type FoundIdle, type IdleMinutes, IdleSetting, type Locked } from '@shared/contract/guard';
import { t } from '@shared/language/t';
import { app, clipboard, powerMonitor } from 'electron';
import { log } from '../log/log';
import { keepSetting, readSetting } from '../setting-file';
import { shellClock } from '../shell-clock';
import type { WorkspaceSession } from '../workspaces/workspace-session';
import { createIdleLock } from './idle-lock';
import { createIdleTime } from './idle-time';
import { createSecretClipboard } from './secret-clipboard';
import { createSteadyTime } from './steady-time';

/** What closes workspaces and empties the clipboard when nobody sits at the machine. */
export interface Guard {
  idle(): FoundIdle;
  setIdleMinutes(minutes: IdleMinutes): Promise<Result<null>>;
  /** Puts a text on the clipboard. */
  copyText(text: string): Promise<Result<null>>;
  /** The same with a secret, for a while. */
  copySecret(secret: string): Promise<Result<null>>;
  /** Takes a copied secret off the clipboard. */
  clearClipboard(): Promise<void>;
}

const lookEveryMs = 5_000;
const standard: IdleMinutes = 15;

interface Guarded {
  readonly session: Pick<WorkspaceSession, 'lockable' | 'ended' | 'lock'>;
  /** To its windows. */
  send(name: 'locked', locked: Locked): void;
}

/** Watches input, screen lock, sleep and the end of snapshots for the open workspaces. */
export function startGuard(all: () => readonly Guarded[]): Guard {
  const file = join(app.getPath('userData'), 'idle-lock.json');
  // There is none yet, or it cannot be read: the careful choice.
  let { value, unread } = readSetting<IdleSetting>(file, IdleSetting, { minutes: standard });
  const secrets = createSecretClipboard(clipboard, (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  });
  const idleTime = createIdleTime(
    () => performance.now(),
    () => powerMonitor.getSystemIdleTime(),
  );
  app.on('web-contents-created', (_event, contents) => contents.on('input-event', idleTime.input));
  const steadyTime = createSteadyTime(shellClock(), () => performance.now());
  const idleLock = createIdleLock({
    minutes: () => value.minutes,
    idleSeconds: idleTime.seconds,
    lockable: () => all().flatMap(({ session }) => session.lockable() ?? []),
    ended: () => {
      const now = steadyTime();
      return all().flatMap(({ session }) => session.ended(now) ?? []);
    },
    lock: async (workspaceId, reason) => {
      const guarded = all().find(({ session }) => session.lockable() === workspaceId);
      if (guarded === undefined || !(await guarded.session.lock(workspaceId))) return false;
      guarded.send('locked', { workspaceId, reason, minutes: value.minutes });
      await secrets.clear();
      return true;
    },
  });
  const failed = (error: unknown): void => log.error('Locking a workspace failed', error);
  setInterval(() => void idleLock.look().catch(failed), lookEveryMs).unref();
  const left = (): void => void idleLock.left().catch(failed);
  powerMonitor.on('lock-screen', left);
  powerMonitor.on('suspend', left);
  return {
    idle: () => ({ ...value, unread }),
    setIdleMinutes: async (next) => {
      const setting: IdleSetting = { minutes: next };
      const kept = await keepSetting(file, setting, t('Keeping when to lock'));
      if (!kept.ok) return kept;
      [value, unread] = [setting, null];
      return success(null);
    },
    copyText: (text) => taken(clipboard.writeText(text)),
    copySecret: (secret) => taken(secrets.put(secret)),
    clearClipboard: secrets.clear,
  };
}

/** What becomes of a text that is put on the clipboard: another program may hold it. */
async function taken(written: Promise<void>): Promise<Result<null>> {
  try {
    await written;
    return success(null);
  } catch (error) {
    return failure(
      'internal',
      t('The clipboard of this system took nothing: {error}.', { error: String(error) }),
      t('Copy it again; another program may have held the clipboard.'),
    );
  }
}
