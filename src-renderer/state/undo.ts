import { engine } from '@renderer/bridge/engine';
import type { Result } from '@shared/contract/failure';
import type { EngineStatus } from '@shared/contract/status';
import type { Undone } from '@shared/contract/undo';
import { t } from '@shared/language/t';
import { useEffect } from 'react';
import { checkDone, notifyDone, notifyFailure, type WayBack } from './notify';

/** Takes back the latest undo group of this window as a whole, and says what it was. */
export async function undo(): Promise<void> {
  tellUndone(await engine.call('undo', {}));
}

/** What the *Undo* of a toast does: takes back the undo group that the toast is about, and no other. None where it is about none. */
export function undoing(group: string | undefined): WayBack | undefined {
  if (!group) return undefined;
  return {
    take: () => void engine.call('undo', { group }).then(tellUndone),
    stands: async () => {
      const told = await engine.call('canUndo', { group });
      return !told.ok || told.value.can;
    },
  };
}

/** A toast goes with what it tells: taken back elsewhere, replaced by a second press, applied, it is no more. Once in a window. */
export function useStandingToast(status: EngineStatus | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status is a reason to ask again
  useEffect(() => void checkDone(), [status]);
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
