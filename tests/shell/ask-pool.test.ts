import { join } from 'node:path';
import type { ForkEngine } from '@main/shell/engine/ask-in-process';
import type { FromEngineProcess, ToEngineProcess } from '@main/shell/engine/engine-messages';
import { askPool, createPoolQuestions } from '@main/shell/workspaces/ask-pool';
import { createWorkspace } from '@main/workspace/create-workspace';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import type { WorkspaceId } from '@shared/domain/ids';
import { createQueue } from '@shared/queue';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';

const platform = 'campus-1' as WorkspaceId;
const passphrase = 'a passphrase of the pool';
let directory = '';

/** A copy of the pool of an application, under a passphrase. */
async function makePool(): Promise<void> {
  directory = join(await temporaryFolder(), 'alder-1');
  const made = await createWorkspace({
    directory,
    id: 'alder-1' as WorkspaceId,
    name: 'Alder',
    scenario: 'b2b',
    kind: 'remote',
    environment: 'production',
    url: 'https://api.clerk.example/v1',
    apiKey: 'sk_live_alder',
    protection: { kind: 'passphrase', passphrase },
    platform: { workspaceId: platform, applicationId: 'app_1' },
    createdAt: 1,
  });
  valueIn(made);
}

/** A process that does this when it is asked; what it was asked, and whether it was ended. */
function processThat(
  answer: (tell: { message: (raw: unknown) => void; exit: (code: number) => void }) => void,
) {
  const seen: { asked: ToEngineProcess[]; killed: number } = { asked: [], killed: 0 };
  const fork: ForkEngine = () => {
    const tell = { message: (_: unknown): void => undefined, exit: (_: number): void => undefined };
    return {
      pid: () => undefined,
      postMessage: (message) => {
        seen.asked.push(message);
        queueMicrotask(() => answer(tell));
      },
      onMessage: (listener) => {
        tell.message = listener;
      },
      onExit: (listener) => {
        tell.exit = listener;
      },
      kill: () => {
        seen.killed += 1;
        tell.exit(0);
      },
    };
  };
  return { fork, seen };
}

const found = { asOf: 1, hits: [], total: 0, lacking: null };
const answering = () =>
  processThat(({ message }) => {
    message({ kind: 'ready' });
    message({ kind: 'found', result: { ok: true, value: found } });
  });
const question = {
  asked: { kind: 'find' as const, text: 'ada' },
  answerOf: (message: FromEngineProcess) => (message.kind === 'found' ? message.result : undefined),
};
const ask = (fork: ForkEngine, also: object = {}) =>
  askPool({
    fork,
    directory,
    platform,
    unlocking: { passphrase },
    ...question,
    signal: new AbortController().signal,
    ...also,
  });

/** Nobody holds the copy any more. */
async function expectFree(): Promise<void> {
  const lock = valueIn(await lockWorkspace(directory));
  await lock.release();
}

it('a pool is asked with its own key, in a process that ends with its answer; its copy is free again', async () => {
  await makePool();
  const { fork, seen } = answering();
  expect(await ask(fork)).toEqual({ ok: true, value: found });
  expect(seen.asked).toMatchObject([{ kind: 'find', text: 'ada', start: { apiKey: 'sk_live_alder' } }]);
  expect(JSON.stringify(seen.asked)).not.toContain(passphrase);
  expect(seen.killed).toBe(1);
  await expectFree();
});

it('a process that stops, a wrong passphrase and another platform leave nothing locked, and say so', async () => {
  await makePool();
  const dying = processThat(({ exit }) => exit(9));
  expect(await ask(dying.fork)).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
  await expectFree();

  const { fork, seen } = answering();
  const wrong = await ask(fork, { unlocking: { passphrase: 'another one, longer' } });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
  await expectFree();
  expect(await ask(fork, { platform: 'campus-2' })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(await ask(fork, { platform: null })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(seen.asked).toEqual([]);
  await expectFree();
});

it('a copy that is open elsewhere is not asked, and stays as it is', async () => {
  await makePool();
  const lock = valueIn(await lockWorkspace(directory));
  const { fork, seen } = answering();
  expect(await ask(fork)).toMatchObject({ ok: false, error: { code: 'workspace-open-elsewhere' } });
  expect(seen.asked).toEqual([]);
  await lock.release();
});

it('a search ends when the window goes elsewhere, with those that wait for their turn, and leaves its copy free', async () => {
  await makePool();
  const { fork, seen } = processThat(() => pools.stop());
  const pools = createPoolQuestions(fork, createQueue());
  const search = () => pools.ask(() => ({ directory, platform, unlocking: { passphrase }, ...question }));
  const stopped = { ok: false, error: { code: 'engine-stopped' } };
  expect(await Promise.all([search(), search()])).toMatchObject([stopped, stopped]);
  expect(seen.asked).toHaveLength(1);
  expect(seen.killed).toBe(1);
  await expectFree();
  // What is asked later is asked.
  await search();
  expect(seen.asked).toHaveLength(2);
  // It went before there was a process.
  expect(await ask(fork, { signal: AbortSignal.abort() })).toMatchObject({ ok: false });
  expect(seen.asked).toHaveLength(2);
  await expectFree();
});
