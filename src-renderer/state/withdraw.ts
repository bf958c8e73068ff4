import { engine } from '@renderer/bridge/engine';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import { notifyDone, notifyFailure } from './notify';
import { undoing } from './undo';

/** Takes open intents back; the service's values show again. */
export async function withdraw(intents: readonly Intent[], title: string): Promise<void> {
  if (intents.length === 0) return;
  const result = await engine.call('withdraw', { intentIds: intents.map(({ id }) => id) });
  if (result.ok) notifyDone(t('Taken back: {title}', { title }), undoing(result.value.undoGroup));
  else notifyFailure(result.error);
}
