import { shell } from '@renderer/bridge/shell';
import { t } from '@shared/language/t';
import { notifyDone, notifyFailure } from './notify';

/** Puts a text on the clipboard, and tells where that fails. Returns whether it is there. */
export async function putOnClipboard(text: string): Promise<boolean> {
  const copied = await shell.call('copyText', { text });
  if (!copied.ok) notifyFailure(copied.error);
  return copied.ok;
}

/** Puts a text on the clipboard and says what it is: `3 rows`. */
export async function copyText(text: string, what: string): Promise<void> {
  if (await putOnClipboard(text)) notifyDone(t('Copied {what}', { what }));
}

/** Puts a secret on the clipboard for a while: the shell takes it off again. */
export async function copySecret(secret: string, what: string): Promise<void> {
  const copied = await shell.call('copySecret', { secret });
  if (copied.ok) notifyDone(t('Copied {what}; it leaves the clipboard in 45 seconds', { what }));
  else notifyFailure(copied.error);
}
