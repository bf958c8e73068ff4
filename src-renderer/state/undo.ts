import { engine } from '@renderer/bridge/engine';
import type { Result } from '@shared/contract/failure';
import type { Undone } from '@shared/contract/undo';
import { t } from '@shared/language/t';
import { notifyDone, notifyFailure } from './notify';

/** Takes back the latest undo group of this window as a whole, and says what it was. */
export async function undo(): Promise<void> {
  tellUndone(await engine.call('undo', {}));
}

/** What the *Undo* of a toast does: takes back the undo group that the toast is about, and no other. None where it is about none. */
export function undoing(group: string | undefined): (() => void) | undefined {
  if (!group) return undefined;
  return () => void engine.call('undo', { group }).then(tellUndone);
}

/** Stages again what was undone last in this window. */
export async function redo(): Promise<void> {
  const result = await engine.call('redo', {});
  if (!result.ok) notifyFailure(result.error);
  else notifyDone(t('Staged again: {title}', { title: result.value.title }));
}

function tellUndone(result: Result<Undone>): void {
  if (!result.ok) notifyFailure(result.error);
  else if (result.value.partly)
    notifyDone(t('Undone but for what was applied or changed meanwhile: {title}', result.value));
  else notifyDone(t('Undone: {title}', result.value));
}
