import { type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OperationName, OutputOf } from '@shared/contract/operations';
import type { EngineParts } from './engine-parts';
import { readPage, readRecord } from './queries';
import { readStatus } from './read-status';

export type Handlers = {
  readonly [O in OperationName]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};

/** One function for each operation of the contract. */
export function createHandlers(parts: EngineParts): Handlers {
  const { store, sync, staging, reconciler } = parts;
  return {
    status: async () => success(await readStatus(parts)),
    page: async (query) => success(await readPage(parts, query)),
    facets: async ({ query, field }) => success([...(await store.facets(query, field))]),
    record: async ({ entity, id }) => success(await readRecord(parts, entity, id)),
    stage: async ({ drafts, changeSetId }) => success(await staging.stage(drafts, changeSetId)),
    intents: async (query) => success([...(await store.intents(query))]),
    withdraw: ({ intentIds }) => staging.withdraw(intentIds),
    undo: () => staging.undo(),
    redo: () => staging.redo(),
    plan: ({ intentIds }) => reconciler.plan(intentIds),
    apply: (request) => reconciler.apply(request),
    pauseApply: async () => {
      reconciler.pause();
      return success({});
    },
    resumeApply: async () => {
      reconciler.resume();
      return success({});
    },
    cancelApply: async () => {
      reconciler.cancel();
      return success({});
    },
    history: async (query) => success([...(await store.history(query))]),
    startSync: async () => {
      sync.start();
      return success({});
    },
    pauseSync: async () => {
      sync.pause();
      return success({});
    },
    resumeSync: async () => {
      sync.resume();
      return success({});
    },
    workOffline: async ({ on }) => {
      sync.workOffline(on);
      return success({});
    },
  };
}
