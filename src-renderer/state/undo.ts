import { engine } from '@renderer/bridge/engine';
import { t } from '@shared/language/t';
import { notifyDone, notifyFailure } from './notify';

/** Takes the last undo group back, as a whole, and says what it was. */
export async function undo(): Promise<void> {
  const result = await engine.call('undo', {});
  if (!result.ok) notifyFailure(result.error);
  else if (result.value.count > 0) notifyDone(t('Undone: {title}', { title: result.value.title }));
}

/** Stages again what was undone last. */
export async function redo(): Promise<void> {
  const result = await engine.call('redo', {});
  if (!result.ok) notifyFailure(result.error);
  else if (result.value.count > 0) notifyDone(t('Staged again: {title}', { title: result.value.title }));
}
