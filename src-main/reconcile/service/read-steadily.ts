import type { RemoteResult } from '@shared/domain/remote-failure';
import type { ReconcileContext } from './reconcile-context';

/** Waits between attempts to read, ms. */
const waits = [0, 500, 2_000] as const;

/**
 * Reads, and asks an unwell service again. A connection that broke is tried once more: a kept-alive one may have been closed
 * by the other side just then, which says nothing about the network.
 */
export async function readSteadily<T>(
  { sleep }: Pick<ReconcileContext, 'sleep'>,
  read: () => Promise<RemoteResult<T>>,
): Promise<RemoteResult<T>> {
  let broken = 0;
  let result = await read();
  for (const wait of waits.slice(1)) {
    if (result.ok) return result;
    const { kind } = result.failure;
    if (kind === 'offline') broken += 1;
    const passing = kind === 'server' || kind === 'timeout' || kind === 'malformed';
    if (!passing && (kind !== 'offline' || broken > 1)) return result;
    await sleep(wait);
    result = await read();
  }
  return result;
}
