import { createHash } from 'node:crypto';
import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { compareVersions, type Feed, type FeedFile } from './feed';

/** The newest version that a verified feed ever named here, and what it was made of. */
export interface Seen {
  readonly version: string;
  /** SHA-256 of its files, in hex. */
  readonly files: string;
}

export interface Here {
  /** The version that runs. */
  readonly version: string;
  /** A random name of this machine, which stays on it. */
  readonly machine: string;
  readonly seen: Seen | null;
  /** A version that did not start here and was taken back. */
  readonly takenBack: string | null;
  /** How the file ends that can be put in place here: `.AppImage`, `.deb`; null where none can. */
  readonly ending: string | null;
}

/** What a believed feed means on this machine. */
export type Verdict =
  | { readonly kind: 'current' }
  /** It is for some machines yet, and not for this one. */
  | { readonly kind: 'later'; readonly version: string }
  | { readonly kind: 'takenBack'; readonly version: string }
  /** `file` is null where it is told only. */
  | { readonly kind: 'newer'; readonly feed: Feed; readonly file: FeedFile | null };

/**
 * Whether this machine is among the first `percent` of all for a version: another part of the machines for each version, told by the
 * machine alone, so that no server learns who it is.
 */
export function isAmongFirst(machine: string, version: string, percent: number): boolean {
  const place = createHash('sha256').update(`${machine}\n${version}`).digest().readUInt32BE(0) / 2 ** 32;
  return place < percent / 100;
}

/** What of a version may never change once it was published. */
export function seenOf({ version, files }: Feed): Seen {
  const parts = files.map(({ url, sha512, size }) => `${url} ${sha512} ${size}`).sort();
  return { version, files: createHash('sha256').update(parts.join('\n')).digest('hex') };
}

/** Decides about a feed whose signature was found good. Refused: an older one than was seen here, and one version made twice. */
export function judgeFeed(feed: Feed, here: Here): Result<Verdict> {
  const { version } = feed;
  const newest =
    here.seen && compareVersions(here.seen.version, here.version) > 0 ? here.seen.version : here.version;
  if (compareVersions(version, newest) < 0) {
    return refused(
      t('The update server offers {version}, which is older than {newest}, seen here before.', {
        version,
        newest,
      }),
      t(
        'An old answer was repeated, or a version was withdrawn: a withdrawn one is followed by a newer, never by an older.',
      ),
    );
  }
  if (here.seen?.version === version && here.seen.files !== seenOf(feed).files) {
    return refused(
      t('The files of {version} are others than those that were published first.', { version }),
      t('Ask who publishes Tenantry: a version is made once.'),
    );
  }
  if (compareVersions(version, here.version) === 0) return success({ kind: 'current' });
  if (here.takenBack === version) return success({ kind: 'takenBack', version });
  if (!isAmongFirst(here.machine, version, feed.stagingPercentage))
    return success({ kind: 'later', version });
  const { ending } = here;
  const file = ending === null ? undefined : feed.files.find(({ url }) => url.endsWith(ending));
  return success({ kind: 'newer', feed, file: file ?? null });
}

function refused(message: string, next: string): Result<never> {
  return failure(
    'update-refused',
    t('{message} Nothing was downloaded, and this version runs on.', { message }),
    next,
  );
}
