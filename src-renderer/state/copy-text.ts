import { shell } from '@renderer/bridge/shell';
import { t } from '@shared/language/t';
import { notifyDone, notifyFailure } from './notify';

/** Puts a text on the clipboard and says what it is: `3 rows`. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notifyDone(t('Copied {what}', { what }));
  } catch (error) {
    notifyFailure({
      code: 'internal',
      message: t('The clipboard did not take {what}: {error}', { what, error: String(error) }),
      next: t('Try again with the window in front.'),
    });
  }
}

/** Puts a secret on the clipboard for a while: the shell takes it off again. */
export async function copySecret(secret: string, what: string): Promise<void> {
  const copied = await shell.call('copySecret', { secret });
  if (copied.ok) notifyDone(t('Copied {what}; it leaves the clipboard in 45 seconds', { what }));
  else notifyFailure(copied.error);
}
