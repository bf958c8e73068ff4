import { shell } from '@renderer/bridge/shell';
import { notifyDone, notifyFailure } from './notify';

/** Puts a text on the clipboard and says what it is: `3 rows`. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notifyDone(`Copied ${what}`);
  } catch (error) {
    notifyFailure({
      code: 'internal',
      message: `The clipboard did not take ${what}: ${String(error)}`,
      next: 'Try again with the window in front.',
    });
  }
}

/** Puts a secret on the clipboard for a while: the shell takes it off again. */
export async function copySecret(secret: string, what: string): Promise<void> {
  const copied = await shell.call('copySecret', { secret });
  if (copied.ok) notifyDone(`Copied ${what}; it leaves the clipboard in 45 seconds`);
  else notifyFailure(copied.error);
}
