import { createFind } from '@main/find/create-find';
import { findChangeSet } from '@main/reconcile/change-sets/find-change-set';
import { requireApproval } from '@main/reconcile/four-eyes/approvals';
import { rolesInSet } from '@main/reconcile/rows/read-set-uses';
import { keepAnswers } from '@main/reconcile/staging/conflict-answers';
import { otherInstanceCode } from '@main/sync/bind-instance';
import { failureOf } from '@main/sync/failure-of';
import { listsRead, readListOf } from '@main/sync/read-list-of';
import type { accessOperations } from '@shared/contract/access';
import type { bookOperations } from '@shared/contract/books';
import type { changeSetOperations } from '@shared/contract/change-sets';
import { failure, type Result, success } from '@shared/contract/failure';
import type { findingOperations } from '@shared/contract/findings';
import type { fleetOperations } from '@shared/contract/fleet';
import type { fourEyesOperations } from '@shared/contract/four-eyes';
import type { historyOperations } from '@shared/contract/history';
import type { DecodedInputOf, OperationName, OutputOf } from '@shared/contract/operations';
import type { templateOperations } from '@shared/contract/templates';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { modelOf } from '@shared/domain/entity';
import { shownIntent } from '@shared/domain/records/secrets';
import { t } from '@shared/language/t';
import { checkService } from './check-service';
import { compareInstances } from './compare-instances';
import { customerHandlers } from './customer-handlers';
import { deskHandlers } from './desk-handlers';
import type { EngineParts } from './engine-parts';
import { historyPage } from './history-page';
import { importHandlers } from './import-handlers';
import { leftAlone, unlessLeftAlone } from './left-alone';
import { readGroups, readMetadataPaths, readPage, readRecord } from './queries';
import { readStatus } from './read-status';
import { readTemplates } from './read-templates';
import { narrowed, narrowedAt, peopleByRole } from './scoped';
import { exportBooks, importBooks } from './signed-books';
import { asResult } from './try-key';
import { findUnheldWord } from './unheld-word';
import { writeCalls } from './write-calls';

/** One function for each operation of the contract. */
export function createHandlers(parts: EngineParts): HandlerMap {
  const { store, sync, staging, reconciler, identity } = parts;
  /** Another instance is asked nothing and sent nothing; whatever else is wrong with the service, reconciling tells itself. */
  const refusal = async (): Promise<Extract<Result<null>, { ok: false }> | null> => {
    const checked = await parts.verify();
    const refused = checked.ok || checked.failure.code !== otherInstanceCode ? null : asResult(checked);
    return refused?.ok === false ? refused : null;
  };
  const find = createFind({
    store,
    narrowed: (query) => narrowed(store, query, parts.now()),
    now: parts.now,
  });
  return {
    ...bookHandlers(parts),
    ...fleetHandlers(parts),
    ...customerHandlers(parts),
    ...deskHandlers(parts),
    ...accessHandlers(parts),
    ...findingHandlers(parts),
    overview: async ({ scope }) => success(await parts.overview.read(scope)),
    ...templateHandlers(parts),
    ...importHandlers(parts),
    ...changeSetHandlers(parts),
    ...historyHandlers(parts),
    ...fourEyesHandlers(parts),
    ...parts.reviews,
    ...parts.fleetReviews,
    ...parts.runs,
    checkIntegrity: () => parts.maintenance.check(),
    checkService: () => unlessLeftAlone(sync, async () => success(await checkService(parts))),
    status: async () => success(await readStatus(parts)),
    page: async (query) => success(await readPage(parts, query)),
    facets: async ({ query, field }) =>
      success([...(await store.facets(await narrowed(store, query, parts.now()), field))]),
    unheldWord: async ({ entity, where }) => success(await findUnheldWord(store, entity, where)),
    find: async (asked) => success(await find(asked)),
    groups: async (asked) => success(await readGroups(parts, asked)),
    metadataPaths: async ({ entity }) => success(await readMetadataPaths(store, entity)),
    peopleByRole: async ({ scope }) => success(await peopleByRole(store, scope)),
    membersOfSet: async ({ key }) => success(await rolesInSet(store, key)),
    record: async ({ entity, id }) => success(await readRecord(parts, entity, id)),
    stage: async ({ drafts, changeSetId = defaultChangeSetId }) => {
      const found = await findChangeSet(store, changeSetId);
      return found.ok ? success(await staging.stage(drafts, changeSetId)) : found;
    },
    readListOf: async ({ entity, of }) => {
      if (modelOf(entity).listedBy === undefined)
        return failure(
          'invalid-input',
          t('{entity} is no list of a record: it is copied whole.', { entity }),
          t('Sync instead.'),
        );
      const refused = leftAlone(sync) ?? (await refusal());
      if (refused !== null) return refused;
      const read = await readListOf({ store, port: identity, now: parts.now }, entity, of);
      return read.ok ? success({ found: read.value }) : { ok: false, error: failureOf(read.failure, entity) };
    },
    listReadAt: async ({ entity, of }) => success({ at: (await listsRead(store, entity))[of] ?? 0 }),
    intents: async (query) => success((await store.intents(query)).map(shownIntent)),
    withdraw: ({ intentIds }) => staging.withdraw(intentIds),
    undo: ({ group }) => staging.undo(group),
    canUndo: async ({ group }) => success({ can: await staging.canUndo(group) }),
    redo: () => staging.redo(),
    plan: async ({ intentIds }) => (await refusal()) ?? reconciler.plan(intentIds),
    writtenCalls: (asked) => writeCalls(parts, asked),
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
    resumeApply: async ({ wave }) => {
      reconciler.resume(wave);
      return success({});
    },
    secretsTaken: async () => {
      await reconciler.secretsTaken();
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

/** The operations on what admins keep. */
function bookHandlers(parts: EngineParts): Pick<HandlerMap, keyof typeof bookOperations> {
  const { books } = parts;
  return {
    book: async ({ book }) => success([...(await books.read(book))]),
    bookPast: async ({ book }) => success([...(await books.past(book))]),
    writeBook: books.write,
    tryWriteBook: books.tryWrite,
    exportBooks: (asked) => exportBooks(parts, asked),
    importBooks: (asked) => importBooks(parts, asked),
  };
}

/** The operations on a fleet and its baselines. */
function fleetHandlers({
  fleet,
  store,
  identity,
  sync,
}: EngineParts): Pick<HandlerMap, keyof typeof fleetOperations> {
  return {
    fleetMatrix: async (query) => success(await fleet.page(query)),
    fleetSummary: async () => success(await fleet.summary()),
    fleetCell: async ({ applicationId, path }) => success(await fleet.cell(applicationId, path)),
    fleetDrift: fleet.drift,
    compareInstances: (asked) => compareInstances({ store, identity, sync }, asked),
    bringToBaseline: async (asked) => {
      const found = await findChangeSet(store, asked.changeSetId ?? defaultChangeSetId);
      return found.ok ? fleet.bring(asked) : found;
    },
  };
}

/** Who can do what. */
function accessHandlers({
  access,
  assertions,
}: EngineParts): Pick<HandlerMap, keyof typeof accessOperations> {
  return {
    whoCan: access.whoCan,
    whatCan: access.whatCan,
    why: access.why,
    tryAssertions: access.assert,
    tryKeptAssertions: ({ when }) => assertions.tryAt(when),
    accessDifference: access.difference,
    accessEffect: access.effect,
  };
}

/** What is wrong in the copy. */
function findingHandlers({ findings }: EngineParts): Pick<HandlerMap, keyof typeof findingOperations> {
  return {
    findings: async ({ scope }) => success(await findings.read(scope)),
    tryFindings: findings.tryAll,
    findingHits: findings.hits,
  };
}

/** The operations on the templates of a fleet. */
function templateHandlers({
  store,
  sync,
  identity,
  templates,
  now,
}: EngineParts): Pick<HandlerMap, keyof typeof templateOperations> {
  return {
    templateKinds: async () => success(await templates.kinds()),
    templateFleet: async (query) => success(await templates.page(query)),
    readTemplates: ({ ids }) => unlessLeftAlone(sync, () => readTemplates({ store, identity, now }, ids)),
    changeTemplates: async (asked) => {
      const found = await findChangeSet(store, asked.changeSetId ?? defaultChangeSetId);
      return found.ok ? templates.change(asked) : found;
    },
    revertTemplates: async (asked) => {
      const found = await findChangeSet(store, asked.changeSetId ?? defaultChangeSetId);
      return found.ok ? templates.revert(asked) : found;
    },
  };
}

/** The operations on change sets. */
function changeSetHandlers({ changeSets }: EngineParts): Pick<HandlerMap, keyof typeof changeSetOperations> {
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

/** The operations on the past. */
function historyHandlers(parts: EngineParts): Pick<HandlerMap, keyof typeof historyOperations | 'history'> {
  const { audit } = parts;
  return {
    history: async (query) => success(await historyPage(parts, query)),
    historyRange: async () => success(await audit.range()),
    pageAsOf: async ({ query, at }) => {
      const then = await narrowedAt(audit, query, at);
      return then.ok ? audit.page(then.value, at) : then;
    },
    recordAsOf: ({ entity, id, at }) => audit.record(entity, id, at),
    compare: (query) => audit.compare(query),
    verifyHistory: async () => success(await audit.verify()),
  };
}

/** The operations on signed change sets. */
function fourEyesHandlers({
  fourEyes,
  store,
  workspace,
}: EngineParts): Pick<HandlerMap, keyof typeof fourEyesOperations> {
  return {
    exportChangeSet: ({ id, signer }) => fourEyes.exportSet(id, signer),
    importChangeSet: ({ text }) => fourEyes.importSet(text),
    reviewChangeSet: ({ id, ...verdict }) => fourEyes.review(id, verdict),
    requireApproval: async ({ on }) => {
      await requireApproval(store, workspace.url, on);
      return success({});
    },
    signedReview: async ({ id }) => success(await fourEyes.signed(id)),
  };
}

/** One function for each operation of the contract. */
type HandlerMap = {
  readonly [O in OperationName]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};
