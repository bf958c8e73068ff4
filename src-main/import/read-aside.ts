import type { Worker } from 'node:worker_threads';
import { type Result, success } from '@shared/domain/failure';
import { spoken } from '@shared/language/speak';
import { t } from '@shared/language/t';
import { readTable } from './read-table';
import { startTableWorker } from './start-table-worker';
import { type Table, type TableLine, Unreadable, unreadable } from './table';
import type { FromTable, ToTable } from './table-messages';

/** A table that holds a thread until it is closed. */
export interface OpenTable extends Table {
  close(): void;
}

/** Whoever read it closed it meanwhile. */
export class ReadingEnded extends Error {}

/** Files up to this size take less time to read than a thread to start, bytes; deflate makes no more than a thousand of one. */
const small = { text: 256_000, zip: 24_000 };
const zipHead = [0x50, 0x4b];

/**
 * Reads a file in a thread of its own, so that the engine goes on meanwhile: whatever is
 * not small, or may be large once it is unpacked. Lines come by portions, each read while the one before is used. Expected failure: `invalid-input`.
 *
 * @param opening called with how to end it, before anything is read
 */
export async function readAside(
  bytes: Uint8Array,
  head: readonly string[] | undefined,
  opening: (end: () => void) => void = () => undefined,
  start = startTableWorker,
): Promise<Result<OpenTable>> {
  const isZip = zipHead.every((byte, at) => bytes[at] === byte);
  if (bytes.byteLength <= (isZip ? small.zip : small.text)) {
    const read = await readTable(bytes, head);
    return read.ok ? success({ ...read.value, close: () => undefined }) : read;
  }
  const thread = start({ bytes, head, language: spoken() });
  const asked = answers(thread);
  const close = (): void => {
    asked.end(new ReadingEnded());
    void thread.terminate();
  };
  opening(close);
  try {
    const opened = await asked.answer(0);
    if (opened.kind !== 'opened') throw new Error(`the thread of a file began with ${opened.kind}`);
    if (!opened.result.ok) {
      close();
      return opened.result;
    }
    let walks = 0;
    const send = (message: ToTable): void => thread.postMessage(message);
    async function* portions(): AsyncGenerator<readonly TableLine[]> {
      walks += 1;
      const walk = walks;
      const ask = (): Promise<FromTable> => {
        const coming = asked.answer(walk);
        // Nobody may be waiting for it any more when it fails.
        coming.catch(() => undefined);
        send({ kind: 'next', walk });
        return coming;
      };
      try {
        for (let coming = ask(); ; ) {
          const told = await coming;
          if (told.kind === 'failed') throw new Unreadable(told.failure);
          if (told.kind !== 'portion' || told.lines === null) return;
          coming = ask();
          yield told.lines;
        }
      } finally {
        send({ kind: 'end', walk });
      }
    }
    return success({ ...opened.result.value, portions, close });
  } catch (error) {
    close();
    if (error instanceof Unreadable) return { ok: false, error: error.failure };
    throw error;
  }
}

interface Waiting {
  readonly resolve: (message: FromTable) => void;
  readonly reject: (error: Error) => void;
}

/** Answers of a thread by walk (0: the head); when it ends, every question fails with why. It holds the process only while one is open. */
function answers(thread: Worker) {
  const waiting = new Map<number, Waiting>();
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  thread.on('message', (message: FromTable) => {
    const walk = message.kind === 'opened' ? 0 : message.walk;
    waiting.get(walk)?.resolve(message);
    waiting.delete(walk);
    if (waiting.size === 0) thread.unref();
  });
  thread.on('error', (error: Error & { readonly code?: string }) =>
    end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error),
  );
  thread.on('exit', () => end(new ReadingEnded()));
  return {
    end,
    answer: (walk: number): Promise<FromTable> =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        thread.ref();
        waiting.set(walk, { resolve, reject });
      }),
  };
}

const tooMuch = (): Unreadable =>
  unreadable(
    t('it takes more memory to read than there is for it'),
    t('Save it as CSV UTF-8, and split it.'),
  );
