export interface Clipboard {
  /** At once, or in Electrons from 45 on a moment later. */
  readText(): string | Promise<string>;
  writeText(text: string): void;
  clear(): void;
}

export interface SecretClipboard {
  /** Puts a secret there, for a while. */
  put(secret: string): void;
  /** Takes it away now, if it is there still: what somebody copied since stays. */
  clear(): Promise<void>;
}

/** How long a secret stays on the clipboard. */
export const secretStaysMs = 45_000;

/** Secrets on the system's clipboard, where any program reads them: taken away after a while, and at once when the workspace locks or the app quits. */
export function createSecretClipboard(
  clipboard: Clipboard,
  later: (act: () => void, ms: number) => () => void,
): SecretClipboard {
  let held: string | null = null;
  let stop: () => void = () => undefined;
  const clear = async (): Promise<void> => {
    stop();
    const gone = held;
    held = null;
    if (gone !== null && (await clipboard.readText()) === gone) clipboard.clear();
  };
  return {
    clear,
    put(secret) {
      stop();
      clipboard.writeText(secret);
      held = secret;
      stop = later(() => void clear(), secretStaysMs);
    },
  };
}
