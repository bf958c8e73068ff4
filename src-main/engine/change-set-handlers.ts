import type { changeSetOperations } from '@shared/contract/change-sets';
import { success } from '@shared/contract/failure';
import type { EngineParts } from './engine-parts';
import type { HandlerMap } from './handler-map';

/** The operations on change sets. */
export function changeSetHandlers({
  changeSets,
}: EngineParts): Pick<HandlerMap, keyof typeof changeSetOperations> {
  return {
    changeSets: async () => success([...(await changeSets.list())]),
    createChangeSet: (asked) => changeSets.create(asked),
    renameChangeSet: (asked) => changeSets.rename(asked),
    assignIntents: ({ changeSetId, intentIds }) => changeSets.assign(changeSetId, intentIds),
    joinChangeSets: ({ from, into }) => changeSets.join(from, into),
    withdrawChangeSet: ({ id }) => changeSets.withdraw(id),
    stageInverse: ({ id }) => changeSets.stageInverse(id),
  };
}
