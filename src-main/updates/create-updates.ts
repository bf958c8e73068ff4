import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import type { OfferedUpdate, UpdateMode, UpdatePhase, UpdatesView } from '@shared/contract/updates';
import { t } from '@shared/language/t';
import { diskFailure } from '../workspace/disk-failure';
import type { BuildFacts, DamagedFacts } from './build-facts';
import type { Feed, FeedFile } from './feed/feed';
import { seenOf, type Verdict } from './feed/judge-feed';
import { createInstaller, type Fetched, proofOf } from './install/create-installer';
import type { Installation } from './install/verified-updater';
import type { UpdatePolicy } from './policy';
import { proven, quitWell } from './trial';
import type { StateFile, UpdateState } from './update-state';

export interface UpdatesParts {
  /** Null for a build without an update server. */
  readonly build: BuildFacts | DamagedFacts | null;
  readonly policy: UpdatePolicy | null;
  readonly state: StateFile;
  /** The version that runs. */
  readonly version: string;
  /** Null where no version can be put in place: newer ones are told. */
  readonly installation: Installation | null;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Whether something runs that must not be cut: a run that sends, a backup. */
  readonly isBusy: () => Promise<boolean>;
  /** Whether anybody may be asked: not where somebody works offline by choice, or has a snapshot open. */
  readonly mayAsk: () => Promise<boolean>;
  readonly onView: (view: UpdatesView) => void;
  readonly log: (line: string) => void;
}

/** An app that runs for days asks by itself so often. */
export const askEveryMs = 4 * 3_600_000;

/** Looks for newer versions, fetches them and puts them in place: `checkFeed` believes, `createInstaller` does. */
export type Updates = ReturnType<typeof createUpdates>;

export function createUpdates(parts: UpdatesParts) {
  const { policy, state, version, installation } = parts;
  const damaged = parts.build !== null && 'damaged' in parts.build ? parts.build.damaged : null;
  const build = parts.build !== null && 'feed' in parts.build ? parts.build : null;
  let cut = new AbortController();
  /** Asks until updates are turned off. */
  const ask: typeof fetch = (input, init) =>
    parts.fetch(input, {
      ...init,
      signal: AbortSignal.any([cut.signal, ...(init?.signal ? [init.signal] : [])]),
    });
  const installer = installation && createInstaller({ ...parts, installation, fetch: ask });
  let phase: UpdatePhase = { kind: 'unasked' };
  let askedAt = 0;
  let newer: { readonly feed: Feed; readonly file: FeedFile | null } | null = null;
  let fetched: Fetched | null = null;
  let working: Promise<void> | null = null;
  let installing: Promise<Result<null>> | null = null;

  const fixedBy =
    damaged ??
    (build === null ? t('This build has no update server: nobody is asked.') : (policy?.says ?? null));
  const mode = (): UpdateMode => (build === null ? 'off' : (policy?.mode ?? state.get().mode));
  const view = (): UpdatesView => ({
    mode: mode(),
    fixedBy,
    unread: state.get().unread,
    phase,
    askedAt,
    last: state.get().last,
  });
  /** Where updates were turned off meanwhile, nothing of what was under way is told any more. */
  const show = (next: UpdatePhase): void => {
    phase = mode() === 'off' ? { kind: 'unasked' } : next;
    parts.onView(view());
  };
  /** One thing at a time: who comes meanwhile waits for what is under way. */
  const once = async (work: () => Promise<void>): Promise<Result<UpdatesView>> => {
    working ??= work()
      .catch((error: unknown) => {
        // Whatever it is, nothing is under way any more.
        show({ kind: 'unasked' });
        const told = diskFailure(error, t('Keeping what is known of updates'));
        if (!told.ok) show({ kind: 'failed', failure: told.error, offer: null });
      })
      .finally(() => {
        working = null;
      });
    await working;
    return success(view());
  };

  const keep = (change: Partial<UpdateState>): Promise<Result<unknown>> =>
    state.change(change).then(success, (error: unknown) => diskFailure(error, t('Keeping what you chose')));

  const fetchNow = async ({ feed, file }: { feed: Feed; file: FeedFile }): Promise<void> => {
    if (installer === null || build === null) return;
    const offer = offerOf(feed, file);
    let shown = 0;
    show({ kind: 'fetching', offer, fraction: 0 });
    const got = await installer.fetch(build.feed, feed, file, (bytes) => {
      // A hundred steps are enough for a bar.
      if (bytes / file.size - shown < 0.01) return;
      shown = bytes / file.size;
      show({ kind: 'fetching', offer, fraction: Math.min(1, shown) });
    });
    fetched = got.ok && mode() !== 'off' ? got.value : null;
    show(got.ok ? { kind: 'ready', offer } : { kind: 'failed', failure: got.error, offer });
  };

  const look = async (): Promise<void> => {
    if (build === null) return;
    const { machine, seen, takenBack } = state.get();
    const ending = installation === null ? null : `.${installation.kind}`;
    show({ kind: 'asking' });
    // Loaded when it is needed: no start waits for it.
    const { checkFeed } = await import('./feed/check-feed');
    const checked = await checkFeed(ask, build, { version, machine, seen, takenBack, ending });
    askedAt = parts.now();
    [newer, fetched] = [null, null];
    if (mode() === 'off') return show({ kind: 'unasked' });
    if (!checked.ok) return show({ kind: 'failed', failure: checked.error, offer: null });
    const { feed, verdict } = checked.value;
    await state.change({ seen: seenOf(feed) });
    if (verdict.kind === 'newer') newer = verdict;
    if (verdict.kind === 'newer' && verdict.file !== null && mode() === 'ready')
      return fetchNow({ feed, file: verdict.file });
    show(phaseOf(verdict));
  };

  return {
    view: (): Result<UpdatesView> => success(view()),
    async setMode(next: UpdateMode): Promise<Result<UpdatesView>> {
      if (fixedBy !== null)
        return failure(
          'forbidden',
          t('Updates stay as they are. {fixedBy}', { fixedBy }),
          t('Ask who runs this machine.'),
        );
      const kept = await keep({ mode: next, unread: false });
      if (next === 'off') {
        cut.abort();
        cut = new AbortController();
        [newer, fetched] = [null, null];
        phase = { kind: 'unasked' };
      }
      parts.onView(view());
      return kept.ok ? success(view()) : kept;
    },
    async check(by: 'admin' | 'itself'): Promise<Result<UpdatesView>> {
      if (mode() === 'off') return success(view());
      const isRecent = askedAt > 0 && parts.now() - askedAt < askEveryMs;
      // What is ready stays so until it is put in place or the admin asks.
      if (by === 'itself' && (isRecent || phase.kind === 'ready')) return success(view());
      if (!(await parts.mayAsk())) return by === 'itself' ? success(view()) : leftAlone();
      return once(look);
    },
    async fetch(): Promise<Result<UpdatesView>> {
      const wanted = newer;
      if (wanted === null || wanted.file === null || mode() === 'off') return nothingToFetch();
      const { feed, file } = wanted;
      if (!(await parts.mayAsk())) return leftAlone();
      return once(() => fetchNow({ feed, file }));
    },
    /** The caller quits the app behind it. Asked twice, it does it once. */
    async install(): Promise<Result<null>> {
      if (installing !== null) return installing;
      if (fetched === null || working !== null || mode() === 'off') return nothingToInstall();
      const put = fetched.install();
      installing = put;
      // Who would look or fetch meanwhile waits, and once it is in place this process only ends.
      working = put.then(ignore, ignore);
      try {
        const result = await put;
        if (result.ok) return result;
        if (result.error.code !== 'busy') {
          const offer = newer === null ? null : offerOf(newer.feed, newer.file);
          fetched = null;
          show({ kind: 'failed', failure: result.error, offer });
        }
        [installing, working] = [null, null];
        return result;
      } catch (error) {
        [installing, working] = [null, null];
        throw error;
      }
    },
    async closeLast(): Promise<Result<UpdatesView>> {
      const kept = await keep({ last: null });
      if (kept.ok) parts.onView(view());
      return kept.ok ? success(view()) : kept;
    },
    /** A window was shown: who watches a version on trial from outside sees it by a file. */
    windowShown(): void {
      if (state.get().trial?.version !== version) return;
      try {
        writeFileSync(proofOf(state.folder, version), '');
      } catch (error) {
        parts.log(`Update: ${String(error)}`);
      }
    },
    /** An engine opened a workspace: with a window, all that a version has to show. The former one goes. */
    async engineOpened(): Promise<void> {
      const { trial } = state.get();
      if (trial?.version !== version) return;
      await state.change(proven(state.get(), version));
      if (trial.files !== null) await rm(trial.files.former, { force: true });
      await rm(proofOf(state.folder, version), { force: true });
      parts.onView(view());
    },
    quitWell: (): Promise<void> => state.change(quitWell(state.get(), version)),
  };
}

function offerOf(feed: Feed, file: FeedFile | null): OfferedUpdate {
  return {
    version: feed.version,
    notes: feed.releaseNotes,
    releasedAt: feed.releaseDate,
    bytes: file?.size ?? null,
  };
}

function phaseOf(verdict: Verdict): UpdatePhase {
  return verdict.kind === 'newer' ? { kind: 'newer', offer: offerOf(verdict.feed, verdict.file) } : verdict;
}

const ignore = (): void => undefined;

const nothingToFetch = (): Result<never> =>
  failure(
    'invalid-input',
    t('There is no newer version to fetch. Nothing was done.'),
    t('Look for updates first.'),
  );

const nothingToInstall = (): Result<never> =>
  failure('invalid-input', t('No version is ready. Nothing was done.'), t('Look for updates first.'));

const leftAlone = (): Result<never> =>
  failure(
    'offline',
    t('You work offline by choice, or have a snapshot open: nobody was asked.'),
    t('Go online, or open another workspace, and try again.'),
  );
