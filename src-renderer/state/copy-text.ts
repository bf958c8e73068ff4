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
