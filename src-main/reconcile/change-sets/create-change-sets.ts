import { failure, success } from '@shared/contract/failure';
import type { ChangeSet } from '@shared/domain/change-set';
import { ChangeSetId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import type { Staging } from '../create-staging';
import type { StagingOptions } from '../staging-options';
import type { ChangeSets } from './change-sets';
import { findChangeSet } from './find-change-set';
import { moveIntents } from './move-intents';
import { stageInverse } from './stage-inverse';
import { summariseChangeSets } from './summarise-change-sets';

export interface ChangeSetsOptions extends StagingOptions {
  readonly staging: Pick<Staging, 'stage' | 'withdraw'>;
}

export function createChangeSets(options: ChangeSetsOptions): ChangeSets {
  const { store, now, newId, staging } = options;
  const made = (title: string, ticket: string, undoes: ChangeSetId | null): ChangeSet => ({
    id: ChangeSetId.parse(`set_${newId()}`),
    title,
    ticket,
    createdAt: now(),
    undoes,
    joinedInto: null,
  });

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
        return failure('invalid-input', 'A change set cannot be joined with itself.', 'Choose another one.');
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
    stageInverse: (id) =>
      stageInverse({ store, staging, made: ({ title, ticket }) => made(`Undo: ${title}`, ticket, id) }, id),
  };
}
