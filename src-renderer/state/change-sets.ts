import { engine } from '@renderer/bridge/engine';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import type { Failure } from '@shared/contract/failure';
import type { ChangeSetId, IntentId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { notifyDone, notifyFailure } from './notify';
import { undoing } from './undo';

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
  notifyDone(t('Made the change set “{title}”.', { title: made.value.title }));
  return null;
}

export async function renameSet(id: ChangeSetId, title: string, ticket: string): Promise<Failure | null> {
  const renamed = await engine.call('renameChangeSet', { id, title, ticket });
  return renamed.ok ? null : renamed.error;
}

export async function moveToSet(set: Named, intentIds: readonly IntentId[]): Promise<void> {
  const result = await engine.call('assignIntents', { changeSetId: set.id, intentIds: [...intentIds] });
  if (result.ok)
    notifyDone(
      t('Moved {moved, plural, one {# change} other {# changes}} to “{title}”.', {
        moved: result.value.moved,
        title: set.title,
      }),
    );
  else notifyFailure(result.error);
}

export async function joinSets(from: Named, into: Named): Promise<void> {
  const result = await engine.call('joinChangeSets', { from: from.id, into: into.id });
  if (result.ok) notifyDone(t('“{title}” is now part of “{into}”.', { title: from.title, into: into.title }));
  else notifyFailure(result.error);
}

export async function withdrawSet({ id, title }: Named): Promise<void> {
  const result = await engine.call('withdrawChangeSet', { id });
  if (!result.ok) notifyFailure(result.error);
  else
    notifyDone(
      t('Withdrew {withdrawn, plural, one {# change} other {# changes}} of “{title}”.', {
        withdrawn: result.value.withdrawn,
        title,
      }),
      undoing(result.value.undoGroup),
    );
}
