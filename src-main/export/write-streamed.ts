import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { pathFailure } from '@main/workspace/named-file';
import { type Result, success } from '@shared/contract/failure';

/**
 * Writes a file by portions, as fast as the disk takes them. It has its name only when it is whole: what fails on the way leaves
 * what was there before. Mode 0600.
 *
 * @returns its size in bytes
 */
export async function writeStreamed(
  to: string,
  portions: AsyncIterable<readonly Uint8Array[]>,
): Promise<Result<number>> {
  const part = `${to}.${randomBytes(6).toString('hex')}.part`;
  let bytes = 0;
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      for await (const chunks of portions) {
        const joined = Buffer.concat(chunks);
        bytes += joined.byteLength;
        await handle.writeFile(joined);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, to);
    return success(bytes);
  } catch (error) {
    // What cannot even be named cannot be removed either.
    await rm(part, { force: true }).catch(() => undefined);
    return pathFailure(error, to);
  }
}
