import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { diskFailure, errnoOf } from '../../workspace/disk-failure';
import type { FeedFile } from '../feed/feed';
import { plainly, unreached } from '../feed/fetch-feed';

/** Without a byte for so long the download is given up. */
const stalledMs = 60_000;
const kept = t('It was thrown away, and this version runs on.');

interface Wanted {
  readonly url: string;
  readonly to: string;
  readonly file: FeedFile;
  /** Bytes that are there, at each piece that came. */
  readonly onBytes: (bytes: number) => void;
}

/** Fetches a file of a signed feed, and holds it to size and SHA-512 of that feed; not a byte more than it may have is written. */
export async function fetchFile(
  ask: typeof fetch,
  { url, to, file, onBytes }: Wanted,
): Promise<Result<null>> {
  const cut = new AbortController();
  const giveUp = (): void => cut.abort(new DOMException('stalled', 'TimeoutError'));
  let timer = setTimeout(giveUp, stalledMs);
  const hash = createHash('sha512');
  let bytes = 0;
  try {
    const response = await ask(url, { ...plainly, signal: cut.signal });
    if (!response.ok || response.body === null) return notThere(url, response.status);
    const handle = await open(to, 'wx', 0o600);
    try {
      for await (const part of response.body) {
        clearTimeout(timer);
        timer = setTimeout(giveUp, stalledMs);
        bytes += part.length;
        if (bytes > file.size)
          return another(
            file,
            t('is larger than the {count, number} bytes that were signed', { count: file.size }),
          );
        hash.update(part);
        await handle.writeFile(part);
        onBytes(bytes);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return errnoOf(error) !== null && isOfDisk(error)
      ? diskFailure(error, t('Keeping the new version'))
      : unreached(error);
  } finally {
    clearTimeout(timer);
    cut.abort();
  }
  if (bytes < file.size)
    return another(
      file,
      t('ended after {bytes, number} of {count, number} bytes', { bytes, count: file.size }),
    );
  return hash.digest('base64') === file.sha512 ? success(null) : another(file, t('is not what was signed'));
}

/** Whether a file on disk is, byte for byte, what was signed. */
export async function isSigned(path: string, { sha512 }: FeedFile): Promise<boolean> {
  const hash = createHash('sha512');
  try {
    for await (const part of createReadStream(path)) hash.update(part);
  } catch {
    return false;
  }
  return hash.digest('base64') === sha512;
}

const isOfDisk = (error: unknown): boolean =>
  /^(?:ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|ENOENT)$/.test(errnoOf(error) ?? '');

function another(file: FeedFile, what: string): Result<never> {
  return failure(
    'update-refused',
    `${file.url} ${what}. ${kept}`,
    t('Look again later; if it stays so, ask who runs the update server.'),
  );
}

function notThere(url: string, status: number): Result<never> {
  return failure(
    'service-error',
    t('The update server answers {status} for {url}. Nothing was fetched.', { status: String(status), url }),
    t('Look again later: a version may be half published.'),
  );
}
