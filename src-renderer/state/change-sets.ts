import { engine } from '@renderer/bridge/engine';
import { plural } from '@renderer/ui/format/plural';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { Failure } from '@shared/contract/failure';
import type { ChangeSetId, IntentId } from '@shared/domain/ids';
import { notifyDone, notifyFailure } from './notify';
import { undo } from './undo';

type Named = Pick<ChangeSetSummary, 'id' | 'title'>;

/** Makes a set, with intents moved into it if any are given; the failure says why not. */
export async function createSet(
  title: string,
  ticket: string,
  intentIds: readonly IntentId[],
): Promise<Failure | null> {
  const moved = intentIds.length > 0 ? { intentIds: [...intentIds] } : {};
  const made = await engine.call('createChangeSet', { title, ticket, ...moved });
  if (!made.ok) return made.error;
  notifyDone(`Made the change set “${made.value.title}”.`);
  return null;
}

export async function renameSet(id: ChangeSetId, title: string, ticket: string): Promise<Failure | null> {
  const renamed = await engine.call('renameChangeSet', { id, title, ticket });
  return renamed.ok ? null : renamed.error;
}

export async function moveToSet(set: Named, intentIds: readonly IntentId[]): Promise<void> {
  const result = await engine.call('assignIntents', { changeSetId: set.id, intentIds: [...intentIds] });
  if (result.ok) notifyDone(`Moved ${plural(result.value.moved, 'change')} to “${set.title}”.`);
  else notifyFailure(result.error);
}

export async function joinSets(from: Named, into: Named): Promise<void> {
  const result = await engine.call('joinChangeSets', { from: from.id, into: into.id });
  if (result.ok) notifyDone(`“${from.title}” is now part of “${into.title}”.`);
  else notifyFailure(result.error);
}

export async function withdrawSet({ id, title }: Named): Promise<void> {
  const result = await engine.call('withdrawChangeSet', { id });
  if (!result.ok) notifyFailure(result.error);
  else notifyDone(`Withdrew ${plural(result.value.withdrawn, 'change')} of “${title}”.`, () => void undo());
}
