import { findChangeSet } from '@main/reconcile/change-sets/find-change-set';
import { keepAnswers } from '@main/reconcile/conflict-answers';
import { otherInstanceCode } from '@main/sync/bind-instance';
import { type Result, success } from '@shared/contract/failure';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { changeSetHandlers } from './change-set-handlers';
import type { EngineParts } from './engine-parts';
import { fourEyesHandlers } from './four-eyes-handlers';
import type { HandlerMap } from './handler-map';
import { historyHandlers } from './history-handlers';
import { readPage, readRecord } from './queries';
import { readStatus } from './read-status';
import { asResult } from './try-key';

/** One function for each operation of the contract. */
export function createHandlers(parts: EngineParts): HandlerMap {
  const { store, sync, staging, reconciler } = parts;
  /** Another instance is asked nothing and sent nothing; whatever else is wrong with the service, reconciling tells itself. */
  const refusal = async (): Promise<Extract<Result<null>, { ok: false }> | null> => {
    const checked = await parts.verify();
    const refused = checked.ok || checked.failure.code !== otherInstanceCode ? null : asResult(checked);
    return refused?.ok === false ? refused : null;
  };
  return {
    ...changeSetHandlers(parts),
    ...historyHandlers(parts),
    ...fourEyesHandlers(parts),
    checkIntegrity: () => parts.care.check(),
    status: async () => success(await readStatus(parts)),
    page: async (query) => success(await readPage(parts, query)),
    facets: async ({ query, field }) => success([...(await store.facets(query, field))]),
    peopleByRole: async () => success([...(await store.countDistinct('membership', 'role', 'userId'))]),
    record: async ({ entity, id }) => success(await readRecord(parts, entity, id)),
    stage: async ({ drafts, changeSetId = defaultChangeSetId }) => {
      const found = await findChangeSet(store, changeSetId);
      return found.ok ? success(await staging.stage(drafts, changeSetId)) : found;
    },
    intents: async (query) => success([...(await store.intents(query))]),
    withdraw: ({ intentIds }) => staging.withdraw(intentIds),
    undo: () => staging.undo(),
    redo: () => staging.redo(),
    plan: async ({ intentIds }) => (await refusal()) ?? reconciler.plan(intentIds),
    blastOfRun: async (request) => reconciler.blast(request),
    answerConflicts: async ({ answers }) => {
      await keepAnswers(store, answers);
      return success({});
    },
    apply: async (request) => (await refusal()) ?? reconciler.apply(request),
    pauseApply: async () => {
      reconciler.pause();
      return success({});
    },
    resumeApply: async () => {
      reconciler.resume();
      return success({});
    },
    setAutoReconcile: async ({ on }) => {
      await parts.autoReconcile.turn(on);
      return success({});
    },
    cancelApply: async () => {
      reconciler.cancel();
      return success({});
    },
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
      await parts.offlineChoice.choose(on);
      return success({});
    },
  };
}
