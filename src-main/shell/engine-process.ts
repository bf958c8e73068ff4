import { setTimeout as sleep } from 'node:timers/promises';
import { assertNever } from '@shared/assert-never';
import { type Result, success } from '@shared/contract/failure';
import type { PoolBudget, PoolCopied } from '@shared/contract/pool-copies';
import type { SnapshotReport } from '@shared/contract/snapshot';
import type { Tell } from '../doctor/checks';
import { examineClosed, examineOpen } from '../doctor/examine-engine';
import { copyPool, notCopied } from '../engine/copy-pool';
import { countInPool } from '../engine/count-in-pool';
import type { Engine } from '../engine/engine';
import { findInPool } from '../engine/find-in-pool';
import {
  inspectClosed,
  restoreInto,
  salvageClosed,
  snapshotInto,
} from '../engine/maintenance/closed-workspace';
import { openEngine } from '../engine/open-engine';
import { reviewInPool } from '../engine/review-in-pool';
import { type EngineHost, serveEngine } from '../engine/serve-engine';
import { copySize } from '../workspace/pools/copy-size';
import { createMeter } from '../workspace/pools/meter';
import { engineFetch } from './engine/engine-fetch';
import {
  type EngineStart,
  type FromEngineProcess,
  type RestoreStart,
  type SnapshotStart,
  ToEngineProcess,
} from './engine/engine-messages';
import { saveEdits } from './engine/save-edits';
import { servePort } from './engine/serve-port';
import { parentPort } from './parent-port';
import { shellClock } from './shell-clock';

/** How long ports are listened to yet when the engine is told to stop. */
const lastWordsMs = 50;

/** The engine process of one workspace: opens it when main says so, serves ports, closes and ends. */
const main = parentPort<FromEngineProcess>();
let opening: Promise<EngineHost | null> = Promise.resolve(null);

main.onMessage((raw, ports) => {
  const message = ToEngineProcess.parse(raw);
  switch (message.kind) {
    case 'start':
      opening = open(message.start);
      return;
    case 'port':
      void opening.then((host) => {
        for (const port of ports) servePort(host, port);
      });
      return;
    case 'backUp':
      void opening.then(async (host) => {
        const result = await host?.backUp(message.to, message.label);
        if (result) main.send({ kind: 'backedUp', id: message.id, result });
      });
      return;
    case 'snapshot':
      void snapshot(message.start).then((result) => main.send({ kind: 'copied', result }));
      return;
    case 'export':
      void opening.then(async (host) => {
        const result = await host?.exportTable(message.to, message.request);
        if (result) main.send({ kind: 'exported', id: message.id, result });
      });
      return;
    case 'tryKey':
      void opening.then(async (host) => {
        const result = await host?.tryKey(message.apiKey);
        if (result) main.send({ kind: 'triedKey', id: message.id, result });
      });
      return;
    case 'tryPlatformToken':
      void opening.then(async (host) => {
        const result = await host?.tryPlatformToken(message.token);
        if (result) main.send({ kind: 'triedKey', id: message.id, result });
      });
      return;
    case 'isSending':
      void opening.then((host) =>
        main.send({ kind: 'sends', id: message.id, result: success(host?.isSending() ?? false) }),
      );
      return;
    case 'isLeftAlone':
      void opening.then((host) =>
        main.send({ kind: 'isAlone', id: message.id, result: success(host?.isLeftAlone() ?? false) }),
      );
      return;
    case 'restore':
      void restore(message.start).then((result) => main.send({ kind: 'restored', result }));
      return;
    case 'find':
      void ask(message.start, (engine) => findInPool(engine, message.text)).then((result) =>
        main.send({ kind: 'found', result }),
      );
      return;
    case 'count':
      void ask(message.start, (engine) => countInPool(engine, message.path)).then((result) =>
        main.send({ kind: 'counted', result }),
      );
      return;
    case 'review':
      void ask(message.start, (engine) => reviewInPool(engine, message.order)).then((result) =>
        main.send({ kind: 'reviewed', result }),
      );
      return;
    case 'examine':
      void examine(message);
      return;
    case 'look':
      void inspectClosed(message.start.directory, message.start.databaseKey).then((result) =>
        main.send({ kind: 'looked', result }),
      );
      return;
    case 'saveEdits':
      void saveEdits(message.start, message.to).then((result) => main.send({ kind: 'savedEdits', result }));
      return;
    case 'salvage':
      void salvageClosed(message.start.directory, message.start.databaseKey, shellClock()()).then((result) =>
        main.send({ kind: 'salvaged', result }),
      );
      return;
    case 'copyPool':
      void copy(message.start, message.budget).then((result) => main.send({ kind: 'poolCopied', result }));
      return;
    case 'stop':
      void opening.then(closeServed).finally(() => process.exit(0));
      return;
    default:
      assertNever(message);
  }
});

async function examine({ id, start, snapshot }: Extract<ToEngineProcess, { kind: 'examine' }>) {
  const tell: Tell = (check) => main.send({ kind: 'checked', id, check });
  const host = await opening;
  const status =
    start !== undefined
      ? await examineClosed({ ...start, fetch: engineFetch, now: shellClock() }, tell)
      : host && (await examineOpen(host, { snapshot }, tell));
  main.send({ kind: 'examined', id, result: success(status) });
}

function restore({ directory, from, key }: RestoreStart) {
  return restoreInto(
    directory,
    from,
    async () => success(key),
    (fraction) => main.send({ kind: 'restoring', fraction }),
  );
}

function snapshot({ from, key, to, order }: SnapshotStart): Promise<Result<SnapshotReport>> {
  return snapshotInto({ from, key, now: Date.now }, to, order);
}

/** Opens a copy for one question, and closes it: nothing is synced meanwhile. */
async function ask<T>(
  start: EngineStart,
  question: (engine: Engine) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await openEngine({ ...start, fetch: engineFetch, now: shellClock() });
  if (!opened.ok) return opened;
  const answer = await question(opened.value);
  await opened.value.close();
  return answer;
}

/** Opens a copy for one sweep within a budget, and closes it: nothing that is staged in it is sent. */
async function copy(start: EngineStart, budget: PoolBudget): Promise<PoolCopied> {
  const meter = createMeter(() => budget.calls);
  const opened = await openEngine({
    ...start,
    fetch: meter.through(engineFetch),
    now: shellClock(),
    onlyCopies: true,
  });
  if (!opened.ok) return { ...notCopied, failure: opened.error };
  const copied = await copyPool(opened.value, {
    meter,
    size: () => copySize(start.directory),
    budget,
    tell: (took) => main.send({ kind: 'copyingPool', took }),
  });
  await opened.value.close();
  return copied;
}

/** Between two ports there is no order: what a page said as it went may be read after main's word to stop. */
async function closeServed(host: EngineHost | null): Promise<void> {
  await sleep(lastWordsMs);
  await host?.close();
}

async function open(start: EngineStart): Promise<EngineHost | null> {
  const served = await serveEngine({ ...start, fetch: engineFetch, now: shellClock() });
  if (!served.ok) {
    main.send({ kind: 'failed', failure: served.error });
    return null;
  }
  main.send({ kind: 'ready' });
  served.value.watchActivity((activity) => main.send({ kind: 'activity', activity }));
  return served.value;
}
