import { setImmediate as breathe } from 'node:timers/promises';
import { createBackground } from '@main/books/background';
import { bookKey, readBook } from '@main/books/books';
import { keptAnswer } from '@main/store/kept-answers';
import { readWalked } from '@main/store/kept-walk';
import { leftUndone } from '@main/store/left-undone';
import type { Store, StoreChange } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { FindingOutcome, Findings, findingOperations } from '@shared/contract/findings';
import type { Capabilities } from '@shared/domain/capabilities';
import { acceptedOf, holds, isAccepted } from '@shared/domain/findings/acceptance';
import { checksIn } from '@shared/domain/findings/checks';
import type { Hit } from '@shared/domain/findings/finding';
import type { Scenario } from '@shared/domain/scenario';
import { severities } from '@shared/domain/severity';
import { spoken } from '@shared/language/speak';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { createScope, hitsIn, isNarrowed } from './in-scope';
import { findingsKey, type KeptFindings, keptMeta, readHits, readKept, withToday } from './kept-findings';
import { ownId, type ReadRows } from './own-checks';
import { createFacts } from './read-facts';
import { recounted, type Tried, type TryContext, tryCheck, tryOwn } from './try-check';

type HitsQuery = z.output<(typeof findingOperations)['findingHits']['input']>;
type HitsPage = z.output<(typeof findingOperations)['findingHits']['output']>;

/** What is wrong in the copy: tried check by check, kept encrypted with its trend, less what somebody answers for. */
export interface FindingsEngine {
  /** `scope`: id of an organization that it is narrowed to, '' for the whole instance. Of one there is no trend. */
  read(scope?: string): Promise<Findings>;
  /** Tries all of them; asked while a look is under way, the next one answers. Expected failure: `not-found`. */
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

/** Looks over stores that were made: each keeps its own answers. */
let looks = 0;

export function createFindings(parts: Parts): FindingsEngine {
  const { store, scenario, now } = parts;
  const background = createBackground();
  let trying: Findings['trying'] = null;

  looks += 1;
  const own = looks;
  const inScope = <T>(key: string, read: () => Promise<T>): Promise<T> =>
    keptAnswer(store, { key: `findings ${own} of ${key}`, of: changesChecks }, read);
  const context = async (record = '', scope = ''): Promise<TryContext> => ({
    now: now(),
    acceptances: await readBook(store, 'findingAcceptance'),
    capabilities: await parts.capabilities(),
    production: parts.production,
    record,
    scope: scope === '' ? null : createScope(parts.rows, scope),
    unread: async (entity) => (await readWalked(store, entity)).unread,
  });
  const put = async (kept: KeptFindings, hits: Parameters<typeof keptMeta>[1]): Promise<void> => {
    await store.write({ meta: keptMeta(kept, hits) });
    background.tell();
  };

  /** How each check is tried, by its id, in their order: those that Tenantry comes with, then those of one's own. */
  async function trials(asked: TryContext): Promise<ReadonlyMap<string, () => Promise<Tried>>> {
    const facts = createFacts(store, asked.now);
    const own = await readBook(store, 'findingCheck');
    return new Map([
      ...checksIn(scenario, asked.capabilities).map(
        (check) => [check.id, () => tryCheck(check, facts, asked)] as const,
      ),
      ...own.map((entry) => [ownId(entry), () => tryOwn(parts.rows, entry, asked)] as const),
    ]);
  }

  /** Tries checks one by one; each is kept, and told, as it is done. */
  const look = async (): Promise<Result<Findings>> => {
    if (parts.asOf() === 0) return tooEarly();
    const asked = await context();
    const work = await trials(asked);
    const before = await readKept(store);
    const gone = before.outcomes.filter(({ check }) => !work.has(check.id)).map(({ check }) => check.id);
    const outcomes = new Map(before.outcomes.map((outcome) => [outcome.check.id, outcome]));
    for (const [index, [id, run]] of [...work].entries()) {
      trying = { done: index, of: work.size };
      background.tell();
      if (background.stopped()) return stopped();
      const { outcome, hits } = await run();
      outcomes.set(id, outcome);
      await put({ ...before, outcomes: inOrder(outcomes, work.keys()) }, new Map([[id, hits]]));
      await breathe();
    }
    const all = inOrder(outcomes, work.keys());
    const trend = withToday(before.trend, all, asked.now);
    await put(
      { triedAt: asked.now, countedAt: asked.now, outcomes: all, trend, spoken: spoken() },
      new Map(gone.map((id) => [id, []])),
    );
    return success(await read());
  };
  const tryAll = background.shared(() =>
    look().finally(() => {
      trying = null;
      background.tell();
    }),
  );

  /** Counts anew by the acceptances of now; a check with more hits than are kept is tried again. */
  const recount = background.shared(async (): Promise<void> => {
    const kept = await readKept(store);
    if (background.stopped() || kept.triedAt === 0) return;
    const asked = await context();
    const work = await trials(asked);
    const hits = new Map<string, readonly Hit[]>();
    const outcomes: FindingOutcome[] = [];
    for (const outcome of kept.outcomes) {
      const { id } = outcome.check;
      const held = { outcome, hits: await readHits(store, id) };
      const again = (await recounted(held, asked)) ?? (await work.get(id)?.()) ?? held;
      outcomes.push(again.outcome);
      hits.set(id, again.hits);
    }
    const trend = withToday(kept.trend, outcomes, asked.now);
    await put({ ...kept, countedAt: asked.now, outcomes, trend }, hits);
  });
  const unwatch = store.subscribe(({ meta }) => {
    if (meta.includes(bookKey('findingAcceptance'))) recount().catch(leftUndone('Counting findings anew'));
    if (meta.includes(bookKey('findingCheck')) && parts.asOf() > 0)
      tryAll().catch(leftUndone('Trying the checks'));
  });

  /** Once is enough: a process speaks one language. */
  let saidAnew = false;
  async function read(scope = ''): Promise<Findings> {
    const { triedAt, countedAt, outcomes, trend, spoken: said } = await readKept(store);
    if (triedAt > 0 && said !== spoken() && !saidAnew && trying === null && parts.asOf() > 0) {
      saidAnew = true;
      tryAll().catch(leftUndone('Trying the checks'));
    }
    const acceptances = await readBook(store, 'findingAcceptance');
    const ranOut = acceptances.some(
      (each) => each.value.until !== null && each.value.until > countedAt && !holds(each, now()),
    );
    if (ranOut && triedAt > 0) recount().catch(leftUndone('Counting findings anew'));
    return scope === ''
      ? { triedAt, trying, outcomes, trend }
      : { triedAt, trying, outcomes: await inScope(scope, () => outcomesIn(scope)), trend: [] };
  }

  /** What checks come to in one organization: by what is kept of them, or tried where that does not tell. */
  async function outcomesIn(scope: string): Promise<FindingOutcome[]> {
    const { outcomes } = await readKept(store);
    const asked = await context('', scope);
    const work = await trials(asked);
    const own: FindingOutcome[] = [];
    for (const outcome of outcomes.filter(isNarrowed)) {
      const { id } = outcome.check;
      const held = { outcome, hits: await readHits(store, id) };
      const narrowed = (await recounted(held, asked)) ?? (await work.get(id)?.());
      if (narrowed !== undefined) own.push(narrowed.outcome);
    }
    return own;
  }

  /** What a check hits: what is kept of it, and for one record or organization that is not all among that, what it finds now. */
  async function hitsOf(
    outcome: FindingOutcome,
    { record, scope }: Pick<HitsQuery, 'record' | 'scope'>,
  ): Promise<readonly Hit[]> {
    const { id } = outcome.check;
    const whole = await readHits(store, id);
    const asked = await context(record, scope);
    if (scope !== '' && whole.length < outcome.total) {
      const hits = await inScope(`${scope} ${id} ${record}`, async () => {
        const tried = await (await trials(await context(record, scope))).get(id)?.();
        return tried?.hits ?? [];
      });
      return record === '' ? hits : hits.filter(({ recordId }) => recordId === record);
    }
    const kept = await hitsIn(asked.scope, whole);
    if (record === '') return kept;
    const own = (hits: readonly Hit[]): readonly Hit[] => hits.filter(({ recordId }) => recordId === record);
    if (own(kept).length > 0 || kept.length >= outcome.total) return own(kept);
    const tried = await (await trials(asked)).get(id)?.();
    return own(tried?.hits ?? []);
  }

  return {
    read,
    tryAll,
    hits: async ({ check, record, scope, accepted, offset, limit }) => {
      const { outcomes } = await readKept(store);
      const outcome = outcomes.find((each) => each.check.id === check);
      if (outcome === undefined) return noCheck(check);
      const held = acceptedOf(await readBook(store, 'findingAcceptance'), check, now());
      const all = await hitsOf(outcome, { record, scope });
      const hits = accepted ? all : all.filter((hit) => !isAccepted(held, hit));
      return success({ hits: hits.slice(offset, offset + limit), total: hits.length });
    },
    subscribe: background.subscribe,
    stop: () => {
      unwatch();
      return background.stop();
    },
  };
}

/** Whether checks may come to something else in an organization: facts, what is kept of a look, or what is accepted are others. */
const changesChecks = ({ entities, history, meta }: StoreChange): boolean =>
  entities.size > 0 ||
  history ||
  meta.some((key) => checkedBy.has(key) || [findingsKey, 'sync.'].some((own) => key.startsWith(own)));
const checkedBy: ReadonlySet<string> = new Set([bookKey('findingAcceptance'), bookKey('findingCheck')]);

/** Worst first, and of one severity in the order of the checks. */
function inOrder(outcomes: ReadonlyMap<string, FindingOutcome>, ids: Iterable<string>): FindingOutcome[] {
  const all = [...ids].flatMap((id) => outcomes.get(id) ?? []);
  return severities.flatMap((severity) => all.filter(({ check }) => check.severity === severity));
}

const tooEarly = (): Result<never> =>
  failure(
    'not-found',
    t('Tenantry has no complete copy yet: of half a copy nothing can be said.'),
    t('Ask again after the first sync.'),
  );

const stopped = (): Result<never> =>
  failure('engine-stopped', t('The workspace was closed meanwhile.'), t('Open it, and look again.'));

const noCheck = (check: string): Result<never> =>
  failure('not-found', t('There is no check "{check}".', { check }), t('Look at the list of findings.'));
