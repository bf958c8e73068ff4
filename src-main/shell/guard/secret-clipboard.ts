import { createQueue } from '@shared/queue';

export interface Clipboard {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  clear(): void;
}

export interface SecretClipboard {
  /** Puts a secret there, for a while; throws where the system does not take it. */
  put(secret: string): Promise<void>;
  /** Takes it away now, if it is there still: what somebody copied since stays. Where nobody can look, it is tried again. */
  clear(): Promise<void>;
}

/** How long a secret stays on the clipboard. */
export const secretStaysMs = 45_000;
/** How long after a clipboard that could not be read it is looked at again, ms: another program may hold it. */
const againMs = 2_000;

/** Secrets on the system's clipboard, where any program reads them: taken away after a while, and at once when the workspace locks or the app quits. */
export function createSecretClipboard(
  clipboard: Clipboard,
  later: (act: () => void, ms: number) => () => void,
): SecretClipboard {
  // What is put there as the workspace locks is there before it is looked for.
  const inTurn = createQueue();
  let held: string | null = null;
  let stop: () => void = () => undefined;
  const clear = (): Promise<void> =>
    inTurn(async () => {
      stop();
      if (held === null) return;
      try {
        if ((await clipboard.readText()) === held) clipboard.clear();
        held = null;
      } catch {
        stop = later(() => void clear(), againMs);
      }
    });
  return {
    clear,
    put: (secret) =>
      inTurn(async () => {
        await clipboard.writeText(secret);
        stop();
        held = secret;
        stop = later(() => void clear(), secretStaysMs);
      }),
  };
}
