import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { isReplaceable, pathFailure, unlessUnread } from '@main/workspace/named-file';
import { type Result, success } from '@shared/contract/failure';

/**
 * Writes a file by portions, as fast as the disk takes them. It has its name only when it is whole: what fails on the way leaves
 * what was there before. Mode 0600. What no file can take the place of is written into as it is; where that is a pipe that nobody
 * reads any more, what comes goes nowhere, as on stdout.
 *
 * @returns its size in bytes
 */
export async function writeStreamed(
  to: string,
  portions: AsyncIterable<readonly Uint8Array[]>,
): Promise<Result<number>> {
  const isWhole = await isReplaceable(to);
  const part = isWhole ? `${to}.${randomBytes(6).toString('hex')}.part` : to;
  let bytes = 0;
  let isRead = true;
  try {
    const handle = await open(part, isWhole ? 'wx' : 'w', 0o600);
    try {
      for await (const chunks of portions) {
        const [only = Buffer.alloc(0)] = chunks;
        const joined = chunks.length === 1 ? only : Buffer.concat(chunks);
        bytes += joined.byteLength;
        if (isRead) isRead = await handle.writeFile(joined).then(() => true, unlessUnread);
      }
      if (isWhole) await handle.sync();
    } finally {
      await handle.close();
    }
    if (isWhole) await rename(part, to);
    return success(bytes);
  } catch (error) {
    // What cannot even be named cannot be removed either.
    if (isWhole) await rm(part, { force: true }).catch(() => undefined);
    return pathFailure(error, to);
  }
}
