import { parentPort, workerData } from 'node:worker_threads';
import { success } from '@shared/domain/failure';
import { loadLanguage } from '@shared/language/load-language';
import { readTable } from './read-table';
import { type TableLine, Unreadable } from './table';
import type { FromTable, TableStart, ToTable } from './table-messages';

/** A thread of its own for one file: takes it apart, and hands its lines out by portions, each when it is asked for. */
const { bytes, head, language } = workerData as TableStart;
const answer = (message: FromTable): void => parentPort?.postMessage(message);
const walks = new Map<number, AsyncIterator<readonly TableLine[]>>();

await loadLanguage(language);
const read = await readTable(bytes, head);
if (read.ok) {
  const { portions, ...table } = read.value;
  parentPort?.on('message', ({ kind, walk }: ToTable) => {
    if (kind === 'end') {
      void walks.get(walk)?.return?.();
      walks.delete(walk);
    } else void next(walk, walks.get(walk) ?? portions()[Symbol.asyncIterator]());
  });
  answer({ kind: 'opened', result: success(table) });
} else answer({ kind: 'opened', result: read });

async function next(walk: number, lines: AsyncIterator<readonly TableLine[]>): Promise<void> {
  walks.set(walk, lines);
  try {
    const { done, value } = await lines.next();
    answer({ kind: 'portion', walk, lines: done ? null : value });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    answer({ kind: 'failed', walk, failure: error.failure });
  }
}
