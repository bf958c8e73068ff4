import { createExport } from '@main/export/create-export';
import { type ExportReport, ExportRequest } from '@shared/contract/export';
import { failure, type Result, success } from '@shared/contract/failure';
import { type FeedName, feeds } from '@shared/contract/feeds';
import { type Operation, type OperationName, type OutputOf, operations } from '@shared/contract/operations';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { watchActivity } from './activity';
import { asFailure } from './as-failure';
import type { Engine, EngineWindow } from './engine';
import type { EngineParts } from './engine-parts';
import { exportExtras } from './extras';
import { createFeedSources } from './feed-sources';
import { createHandlers } from './handlers';
import { historyPage } from './history-page';
import { leftAlone } from './left-alone';
import { liveFeed } from './live-feed';
import { narrowed, narrowedAt } from './scoped';
import type { Window } from './windows';

/** What the contract says in sentences of its own is told as it is; anything else is for whoever wrote the call. */
function badInput(name: string, error: z.ZodError): Result<never> {
  const next = t('Correct the input and try again.');
  if (error.issues.every(({ code }) => code === 'custom')) {
    const faults = error.issues.map(({ message }) => message).join('; ');
    return failure('invalid-input', t('{faults}. Nothing was changed.', { faults }), next);
  }
  return failure(
    'invalid-input',
    t('"{name}" was asked with input it cannot take: {error}. Nothing was changed.', {
      name,
      error: z.prettifyError(error),
    }),
    next,
  );
}

const fitsSnapshot = (operation: OperationName): boolean => {
  const { kind, inSnapshots }: Operation = operations[operation];
  return kind === 'read' || inSnapshots === true;
};

function readOnly(): Result<never> {
  return failure(
    'read-only',
    t('This is a snapshot: it is read only and asks no service. Nothing was changed.'),
    t('Make the change in the workspace that it was made of.'),
  );
}

/** The engine over its parts: decodes what comes in, keeps bugs from crossing the border as exceptions. */
export function createEngine(parts: EngineParts): Engine {
  const handlers = createHandlers(parts);
  const sources = createFeedSources(parts);

  async function call<O extends OperationName>(operation: O, input: unknown): Promise<Result<OutputOf<O>>> {
    const decoded = operations[operation].input.safeParse(input);
    if (!decoded.success) return badInput(operation, decoded.error);
    if (parts.workspace.snapshot && !fitsSnapshot(operation)) return readOnly();
    const handler = handlers[operation] as (input: unknown) => Promise<Result<OutputOf<O>>>;
    try {
      return await handler(decoded.data);
    } catch (error) {
      return asFailure(error);
    }
  }

  function subscribe(
    feed: FeedName,
    input: unknown,
    listener: (value: Result<unknown>) => void,
    askedBy: Window['askedBy'] = (work) => work(),
  ): () => void {
    const decoded = feeds[feed].input.safeParse(input);
    if (!decoded.success) {
      listener(badInput(feed, decoded.error));
      return () => undefined;
    }
    const source = sources[feed] as (input: unknown) => ReturnType<(typeof sources)[FeedName]>;
    const { read, watch } = source(decoded.data);
    return liveFeed({ read: () => askedBy(read), watch }, listener);
  }

  const tables = createExport({
    store: parts.store,
    audit: parts.audit,
    narrowed: async (query, at) =>
      at === undefined
        ? success(await narrowed(parts.store, query, parts.now()))
        : narrowedAt(parts.audit, query, at),
    rows: (query) => parts.store.page(query, false),
    openBeside: () => exportExtras(parts),
    history: (query) => historyPage(parts, query),
    salt: parts.pseudonymSalt,
  });
  async function exportTable(to: string, request: unknown): Promise<Result<ExportReport>> {
    const decoded = ExportRequest.safeParse(request);
    if (!decoded.success) return badInput('export', decoded.error);
    const place = await parts.maintenance.checkPlace(to);
    if (!place.ok) return place;
    try {
      return await tables.write(to, decoded.data);
    } catch (error) {
      return asFailure(error);
    }
  }

  /** What a window asks for is done as its; what changes a feed for it comes from anywhere. */
  function openWindow(): EngineWindow {
    const { askedBy, leave } = parts.windows.enter();
    return {
      call: (operation, input) => askedBy(() => call(operation, input)),
      subscribe: (feed, input, listener) => subscribe(feed, input, listener, askedBy),
      leave,
    };
  }

  return {
    call,
    subscribe: (feed, input, listener) => subscribe(feed, input, listener),
    openWindow,
    backUp: parts.maintenance.backUp,
    exportTable,
    tryKey: parts.tryKey,
    tryPlatformToken: parts.tryPlatformToken,
    watchActivity: (listener) => watchActivity(parts, listener),
    isSending: () => parts.reconciler.progress() !== null,
    isLeftAlone: () => leftAlone(parts.sync) !== null,
    close: async () => {
      await parts.sync.stop();
      await tables.stop();
      parts.imports.stop();
      await Promise.all([
        parts.reconciler.stop(),
        parts.autoReconcile.stop(),
        parts.backgroundReads.stop(),
        parts.findings.stop(),
        parts.assertions.stop(),
        parts.overview.stop(),
      ]);
      await parts.store.close();
      await parts.maintenance.idle();
    },
  };
}
