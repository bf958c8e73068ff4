import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import type { OfferedUpdate, UpdateMode, UpdatePhase, UpdatesView } from '@shared/contract/updates';
import type { BuildFacts } from './build-facts';
import type { Feed, FeedFile } from './feed/feed';
import { seenOf, type Verdict } from './feed/judge-feed';
import { createInstaller, type Fetched, proofOf } from './install/create-installer';
import type { Installation } from './install/verified-updater';
import type { UpdatePolicy } from './policy';
import { proven, quitWell } from './trial';
import type { StateFile } from './update-state';

export interface UpdatesParts {
  /** Null for a build without an update server. */
  readonly build: BuildFacts | null;
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
  readonly onView: (view: UpdatesView) => void;
  readonly log: (line: string) => void;
}

/** An app that runs for days asks by itself so often. */
export const askEveryMs = 4 * 3_600_000;

/** Looks for newer versions, fetches them and puts them in place: `checkFeed` believes, `createInstaller` does. */
export type Updates = ReturnType<typeof createUpdates>;

export function createUpdates(parts: UpdatesParts) {
  const { build, policy, state, version, installation } = parts;
  const installer = installation && createInstaller({ ...parts, installation });
  let phase: UpdatePhase = { kind: 'unasked' };
  let askedAt = 0;
  let newer: { readonly feed: Feed; readonly file: FeedFile | null } | null = null;
  let fetched: Fetched | null = null;
  let working: Promise<void> | null = null;

  const fixedBy =
    build === null ? 'This build has no update server: nobody is asked.' : (policy?.says ?? null);
  const mode = (): UpdateMode => (build === null ? 'off' : (policy?.mode ?? state.get().mode));
  const view = (): UpdatesView => ({ mode: mode(), fixedBy, phase, askedAt, last: state.get().last });
  const show = (next: UpdatePhase): void => {
    phase = next;
    parts.onView(view());
  };
  /** One thing at a time: who comes meanwhile waits for what is under way. */
  const once = async (work: () => Promise<void>): Promise<Result<UpdatesView>> => {
    working ??= work().finally(() => {
      working = null;
    });
    await working;
    return success(view());
  };

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
    fetched = got.ok ? got.value : null;
    show(got.ok ? { kind: 'ready', offer } : { kind: 'failed', failure: got.error, offer });
  };

  const ask = async (): Promise<void> => {
    if (build === null) return;
    const { machine, seen, takenBack } = state.get();
    const ending = installation === null ? null : `.${installation.kind}`;
    show({ kind: 'asking' });
    // Loaded when it is needed: no start waits for it.
    const { checkFeed } = await import('./feed/check-feed');
    const checked = await checkFeed(parts.fetch, build, { version, machine, seen, takenBack, ending });
    askedAt = parts.now();
    [newer, fetched] = [null, null];
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
        return failure('forbidden', `Updates stay as they are. ${fixedBy}`, 'Ask who runs this machine.');
      await state.change({ mode: next });
      if (next === 'off') {
        [newer, fetched] = [null, null];
        phase = { kind: 'unasked' };
      }
      parts.onView(view());
      return success(view());
    },
    async check(by: 'admin' | 'itself'): Promise<Result<UpdatesView>> {
      if (mode() === 'off') return success(view());
      const isRecent = askedAt > 0 && parts.now() - askedAt < askEveryMs;
      // What is ready stays so until it is put in place or the admin asks.
      if (by === 'itself' && (isRecent || phase.kind === 'ready')) return success(view());
      return once(ask);
    },
    async fetch(): Promise<Result<UpdatesView>> {
      const wanted = newer;
      if (wanted === null || wanted.file === null || mode() === 'off') return nothingToFetch();
      const { feed, file } = wanted;
      return once(() => fetchNow({ feed, file }));
    },
    /** The caller quits the app behind it. */
    async install(): Promise<Result<null>> {
      if (fetched === null || working !== null || mode() === 'off') return nothingToInstall();
      if (await parts.isBusy()) return busy();
      const put = await fetched.install();
      if (!put.ok) {
        const offer = newer === null ? null : offerOf(newer.feed, newer.file);
        fetched = null;
        show({ kind: 'failed', failure: put.error, offer });
      }
      return put;
    },
    async closeLast(): Promise<Result<UpdatesView>> {
      await state.change({ last: null });
      return success(view());
    },
    /** A window was shown: who watches a version on trial from outside sees it by a file. */
    windowShown(): void {
      if (state.get().trial?.version === version) writeFileSync(proofOf(state.folder, version), '');
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

const nothingToFetch = (): Result<never> =>
  failure(
    'invalid-input',
    'There is no newer version to fetch. Nothing was done.',
    'Look for updates first.',
  );

const nothingToInstall = (): Result<never> =>
  failure('invalid-input', 'No version is ready. Nothing was done.', 'Look for updates first.');

const busy = (): Result<never> =>
  failure(
    'busy',
    'Changes are being sent, or a copy is being written. Nothing was put in place.',
    'Wait until that is done, then restart into the new version.',
  );
