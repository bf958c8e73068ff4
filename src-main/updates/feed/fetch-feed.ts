import { networkFailure } from '@main/identity/network-failure';
import { failure, type Result, success } from '@shared/contract/failure';
import { troubleNexts, troubleOf } from '@shared/domain/network-trouble';
import { t } from '@shared/language/t';
import { signatureName } from './signed-text';
import type { FetchedFeed } from './verify-feed';

const largest = { feed: 65_536, signatures: 4_096 } as const;
const patienceMs = 30_000;
const kept = t('Nothing was downloaded, and this version runs on.');

/** Whether an update server may have this address: https, or this very machine. */
export function isFeedUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

/** How an update server is asked: in words that are the same on every machine, where a browser names version, system and language. */
export const plainly = {
  cache: 'no-store',
  headers: { accept: '*/*', 'accept-language': '*', 'user-agent': 'Tenantry' },
} as const;

/** Where a file stands beside the others of an update server. */
export const besideFeed = (base: string, name: string): string =>
  new URL(name, base.endsWith('/') ? base : `${base}/`).href;

/**
 * Fetches a feed and its signatures, unbelieved, with no header that tells one machine from another.
 *
 * @param base address of the folder that holds them
 */
export async function fetchFeed(ask: typeof fetch, base: string, name: string): Promise<Result<FetchedFeed>> {
  const bytes = await fetchSmall(ask, besideFeed(base, name), largest.feed);
  if (!bytes.ok) return bytes;
  const signatures = await fetchSmall(ask, besideFeed(base, signatureName(name)), largest.signatures);
  if (!signatures.ok) return signatures;
  return success({ name, bytes: bytes.value, signatures: Buffer.from(signatures.value).toString('latin1') });
}

async function fetchSmall(ask: typeof fetch, url: string, most: number): Promise<Result<Uint8Array>> {
  try {
    const response = await ask(url, {
      ...plainly,
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return failure(
        response.status === 404 ? 'not-found' : 'service-error',
        t('The update server answers {status} for {url}. {kept}', {
          status: String(response.status),
          url,
          kept,
        }),
        t('Check the address of the update server, or look again later.'),
      );
    }
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      // Left in the middle, the rest of the answer is not read.
      if (size > most) return tooLarge(url, most);
      parts.push(part);
    }
    return success(Buffer.concat(parts));
  } catch (error) {
    return unreached(error);
  }
}

function tooLarge(url: string, most: number): Result<never> {
  return failure(
    'update-refused',
    t('{url} holds more than {most, number} kB, which no feed does. {kept}', {
      url,
      most: most / 1_024,
      kept,
    }),
    t('Check the address of the update server: something else may answer in its place.'),
  );
}

/** Why the update server gave no whole answer. */
export function unreached(error: unknown): Result<never> {
  const isTimedOut = error instanceof DOMException && error.name === 'TimeoutError';
  const known = networkFailure(error, { write: false, cut: isTimedOut ? 'timed-out' : null });
  const trouble = troubleOf(known.code);
  const detail = known.code === '' || isTimedOut ? '' : ` (${known.code})`;
  return failure(
    isTimedOut ? 'timeout' : (trouble ?? 'offline'),
    isTimedOut
      ? t('The update server did not answer in time. {kept}', { kept })
      : t('The update server cannot be reached{detail}. {kept}', { detail, kept }),
    known.next ?? (trouble === null ? t('It is asked again by itself.') : troubleNexts[trouble]),
  );
}
