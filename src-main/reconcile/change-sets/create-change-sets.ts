import type { Store, WriteBatch } from '@main/store/store';
import type { ChangeSetSummary } from '@shared/contract/change-sets';
import { failure, success } from '@shared/contract/failure';
import type { ChangeSet } from '@shared/domain/change-set';
import type { ChangeSetId, IntentId } from '@shared/domain/ids';
import { isOpen, openStates } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import type { Staging } from '../staging/create-staging';
import type { StagingOptions } from '../staging/staging-options';
import type { ChangeSets } from './change-sets';
import { allChangeSets, findChangeSet } from './find-change-set';
import { newChangeSet, stageInverse } from './stage-inverse';

export interface ChangeSetsOptions extends StagingOptions {
  readonly staging: Pick<Staging, 'stage' | 'withdraw'>;
}

export function createChangeSets(options: ChangeSetsOptions): ChangeSets {
  const { store, now, newId, staging } = options;
  const made = (title: string, ticket: string, undoes: ChangeSetId | null): ChangeSet =>
    newChangeSet({ now, newId }, { title, ticket, undoes });

  return {
    list: () => summariseChangeSets(store),
    create: async ({ title, ticket, intentIds = [] }) => {
      const changeSet = made(title, ticket, null);
      await store.write(async () => ({
        ...(await moveIntents(store, changeSet.id, { ids: intentIds })).batch,
        changeSets: [changeSet],
      }));
      return success(changeSet);
    },
    rename: async ({ id, title, ticket }) => {
      const found = await findChangeSet(store, id);
      if (!found.ok) return found;
      const renamed = { ...found.value, ...(title && { title }), ...(ticket !== undefined && { ticket }) };
      await store.write({ changeSets: [renamed] });
      return success(renamed);
    },
    assign: async (changeSetId, ids) => {
      const found = await findChangeSet(store, changeSetId);
      if (!found.ok) return found;
      let moved = 0;
      await store.write(async () => {
        const move = await moveIntents(store, changeSetId, { ids });
        moved = move.moved;
        return move.batch;
      });
      return success({ moved });
    },
    join: async (from, into) => {
      const [source, target] = [await findChangeSet(store, from), await findChangeSet(store, into)];
      if (!source.ok) return source;
      if (!target.ok) return target;
      if (from === into)
        return failure(
          'invalid-input',
          t('A change set cannot be joined with itself.'),
          t('Choose another one.'),
        );
      let moved = 0;
      await store.write(async () => {
        const move = await moveIntents(store, into, { changeSetId: from });
        moved = move.moved;
        return { ...move.batch, changeSets: [{ ...source.value, joinedInto: into }] };
      });
      return success({ moved });
    },
    withdraw: async (id) => {
      const found = await findChangeSet(store, id);
      if (!found.ok) return found;
      const open = await store.intents({ states: openStates, changeSetId: id });
      return staging.withdraw(open.map((intent) => intent.id));
    },
    stageInverse: async (id) => {
      const found = await findChangeSet(store, id);
      if (!found.ok) return found;
      const { title, ticket } = found.value;
      const applied = await store.intents({ states: ['applied'], changeSetId: id });
      return stageInverse({ store, staging }, applied, made(t('Undo: {title}', { title }), ticket, id));
    },
  };
}

/** Open intents put into another change set: these, or all of one set. Within a write plan. */
async function moveIntents(
  store: Store,
  to: ChangeSetId,
  from: { readonly ids: readonly IntentId[] } | { readonly changeSetId: ChangeSetId },
): Promise<{ readonly moved: number; readonly batch: WriteBatch }> {
  const open = await store.intents({ states: openStates, ...from });
  const intents = open
    .filter(({ changeSetId }) => changeSetId !== to)
    .map((intent) => ({ ...intent, changeSetId: to }));
  return { moved: intents.length, batch: { intents } };
}

/** Change sets that stand on their own, newest first, with how many of their intents stand where. */
async function summariseChangeSets(store: Store): Promise<readonly ChangeSetSummary[]> {
  const tally = await store.intentTally();
  return (await allChangeSets(store))
    .filter(({ joinedInto }) => joinedInto === null)
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((changeSet) => {
      const own = tally.filter(({ changeSetId }) => changeSetId === changeSet.id);
      const count = (wanted: (held: { readonly state: (typeof own)[number]['state'] }) => boolean): number =>
        own.filter(wanted).reduce((sum, held) => sum + held.count, 0);
      return {
        ...changeSet,
        open: count(isOpen),
        conflicts: count(({ state }) => state === 'conflict'),
        refused: count(({ state }) => state === 'refused'),
        applied: count(({ state }) => state === 'applied'),
      };
    });
}
