import { setImmediate as breathe } from 'node:timers/promises';
import { bookKey, readBook } from '@main/books/books';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { FindingOutcome, Findings, findingOperations } from '@shared/contract/findings';
import type { Capabilities } from '@shared/domain/capabilities';
import { acceptedOf, holds, isAccepted } from '@shared/domain/findings/acceptance';
import { checksOf } from '@shared/domain/findings/checks';
import type { Scenario } from '@shared/domain/scenario';
import { severities } from '@shared/domain/severity';
import type { z } from 'zod';
import { type KeptFindings, keptMeta, readHits, readKept, withToday } from './kept-findings';
import { ownId, type ReadRows } from './own-checks';
import { createFacts } from './read-facts';
import { recounted, type Tried, type TryContext, tryCheck, tryOwn } from './try-check';

type HitsQuery = z.output<(typeof findingOperations)['findingHits']['input']>;
type HitsPage = z.output<(typeof findingOperations)['findingHits']['output']>;

/** What is wrong in the copy: tried check by check, kept encrypted with its trend, less what somebody answers for. */
export interface FindingsEngine {
  read(): Promise<Findings>;
  /** Tries all of them; one look at a time, whoever asks meanwhile gets the same. Expected failure: `not-found`. */
  tryAll(): Promise<Result<Findings>>;
  hits(query: HitsQuery): Promise<Result<HitsPage>>;
  /** Told as each check is done, and as acceptances change what counts. */
  subscribe(listener: () => void): () => void;
  /** Ends the look under way. */
  stop(): Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly rows: ReadRows;
  readonly capabilities: () => Promise<Capabilities>;
  readonly scenario: Scenario;
  readonly production: boolean;
  /** End of the last complete sweep, ms; 0 before the first. */
  readonly asOf: () => number;
  readonly now: () => number;
}

export function createFindings(parts: Parts): FindingsEngine {
  const { store, scenario, now } = parts;
  const listeners = new Set<() => void>();
  let trying: Findings['trying'] = null;
  let closing = false;
  let running: Promise<Result<Findings>> | null = null;
  let counting: Promise<void> = Promise.resolve();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const context = async (): Promise<TryContext> => ({
    now: now(),
    acceptances: await readBook(store, 'findingAcceptance'),
    capabilities: await parts.capabilities(),
    production: parts.production,
  });
  const put = async (kept: KeptFindings, hits: Parameters<typeof keptMeta>[1]): Promise<void> => {
    await store.write({ meta: keptMeta(kept, hits) });
    tell();
  };

  /** Tries checks one by one; each is kept, and told, as it is done. */
  const look = async (): Promise<Result<Findings>> => {
    if (parts.asOf() === 0) return tooEarly();
    const [asked, facts] = [await context(), createFacts(store, now())];
    const own = await readBook(store, 'findingCheck');
    const work: (readonly [id: string, () => Promise<Tried>])[] = [
      ...checksOf(scenario).map((check) => [check.id, () => tryCheck(check, facts, asked)] as const),
      ...own.map((entry) => [ownId(entry), () => tryOwn(parts.rows, entry, asked)] as const),
    ];
    const before = await readKept(store);
    const ids = new Set(work.map(([id]) => id));
    const gone = before.outcomes.filter(({ check }) => !ids.has(check.id)).map(({ check }) => check.id);
    const held = before.outcomes.filter(({ check }) => ids.has(check.id));
    const outcomes = new Map(held.map((outcome) => [outcome.check.id, outcome]));
    for (const [index, [id, run]] of work.entries()) {
      trying = { done: index, of: work.length };
      tell();
      if (closing) return stopped();
      const { outcome, hits } = await run();
      outcomes.set(id, outcome);
      await put(
        { ...before, outcomes: inOrder(outcomes, ids) },
        new Map([[id, hits.length === 0 ? null : hits]]),
      );
      await breathe();
    }
    const all = inOrder(outcomes, ids);
    const trend = withToday(before.trend, all, asked.now);
    await put(
      { triedAt: asked.now, countedAt: asked.now, outcomes: all, trend },
      new Map(gone.map((id) => [id, null])),
    );
    return success(await read());
  };

  const tryAll = (): Promise<Result<Findings>> => {
    running ??= look().finally(() => {
      running = null;
      trying = null;
      tell();
    });
    return running;
  };

  /** Counts anew by the acceptances of now; a check with more hits than are kept is tried again. */
  const recount = async (): Promise<void> => {
    const kept = await readKept(store);
    if (closing || kept.triedAt === 0) return;
    const [asked, facts] = [await context(), createFacts(store, now())];
    const own = new Map((await readBook(store, 'findingCheck')).map((entry) => [ownId(entry), entry]));
    const known = new Map(checksOf(scenario).map((check) => [check.id, check]));
    const again = async (outcome: FindingOutcome): Promise<Tried> => {
      const hits = await readHits(store, outcome.check.id);
      const counted = recounted({ outcome, hits }, asked);
      if (counted !== null) return counted;
      const [check, entry] = [known.get(outcome.check.id), own.get(outcome.check.id)];
      if (check !== undefined) return tryCheck(check, facts, asked);
      return entry === undefined ? { outcome, hits } : tryOwn(parts.rows, entry, asked);
    };
    const tried: Tried[] = [];
    for (const outcome of kept.outcomes) tried.push(await again(outcome));
    const outcomes = tried.map(({ outcome }) => outcome);
    const hits = new Map(
      tried.flatMap((each) => (each.hits.length === 0 ? [] : [[each.outcome.check.id, each.hits] as const])),
    );
    const trend = withToday(kept.trend, outcomes, asked.now);
    await put({ ...kept, countedAt: asked.now, outcomes, trend }, hits);
  };
  const recountSoon = (): void => {
    counting = counting
      .then(async () => void (await running))
      .then(recount)
      .catch(() => undefined);
  };
  const unwatch = store.subscribe(({ meta }) => {
    if (meta.includes(bookKey('findingAcceptance'))) recountSoon();
    if (meta.includes(bookKey('findingCheck')) && parts.asOf() > 0)
      counting = counting
        .then(async () => void (await running))
        .then(tryAll)
        .then(
          () => undefined,
          () => undefined,
        );
  });

  async function read(): Promise<Findings> {
    const { triedAt, countedAt, outcomes, trend } = await readKept(store);
    const acceptances = await readBook(store, 'findingAcceptance');
    const ranOut = acceptances.some(
      (each) => each.value.until !== null && each.value.until > countedAt && !holds(each, now()),
    );
    if (ranOut && triedAt > 0) recountSoon();
    return { triedAt, trying, outcomes, trend };
  }

  return {
    read,
    tryAll,
    hits: async ({ check, accepted, offset, limit }) => {
      const { outcomes } = await readKept(store);
      if (!outcomes.some((outcome) => outcome.check.id === check)) return noCheck(check);
      const held = acceptedOf(await readBook(store, 'findingAcceptance'), check, now());
      const all = await readHits(store, check);
      const hits = accepted ? all : all.filter((hit) => !isAccepted(held, hit));
      return success({ hits: hits.slice(offset, offset + limit), total: hits.length });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      closing = true;
      unwatch();
      await running?.catch(() => undefined);
      await counting;
    },
  };
}

/** Worst first, and of one severity in the order of the checks. */
function inOrder(outcomes: ReadonlyMap<string, FindingOutcome>, ids: ReadonlySet<string>): FindingOutcome[] {
  const all = [...ids].flatMap((id) => outcomes.get(id) ?? []);
  return severities.flatMap((severity) => all.filter(({ check }) => check.severity === severity));
}

const tooEarly = (): Result<never> =>
  failure(
    'not-found',
    'Tenantry has no complete copy yet: of half a copy nothing can be said.',
    'Ask again after the first sync.',
  );

const stopped = (): Result<never> =>
  failure('engine-stopped', 'The workspace was closed meanwhile.', 'Open it, and look again.');

const noCheck = (check: string): Result<never> =>
  failure('not-found', `There is no check "${check}".`, 'Look at the list of findings.');
