import { type Books, bookKey } from '@main/books/books';
import type { Store, StoreChange } from '@main/store/store';
import { unpaidKey } from '@main/store/unpaid-settings';
import { failure, type Result, success } from '@shared/contract/failure';
import type {
  DriftSince,
  FleetCell,
  FleetDriftQuery,
  FleetPage,
  FleetQuery,
  FleetSummary,
  fleetOperations,
} from '@shared/contract/fleet';
import type { StageReport } from '@shared/contract/stage-report';
import { configPrefix } from '@shared/domain/config-field';
import { bringDrafts } from '@shared/domain/fleet/bring-drafts';
import type { Judge, Judged } from '@shared/domain/fleet/judge-application';
import { addVerdicts, isDrift, noVerdicts, scoreOf } from '@shared/domain/fleet/verdict';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { ChangeSetId, RecordId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, openStates } from '@shared/domain/intent';
import { jsonEqual } from '@shared/domain/json';
import type { z } from 'zod';
import { cellOf, pageOf, queried, summaryOf } from './fleet-pages';
import { type Basis, basisOf, type Measured, measure, readFleetBooks, readSettings } from './measure';
import { measuredBy } from './measured-by';
import { readUnpaid } from './read-unpaid';

type DriftReport = z.infer<(typeof fleetOperations)['fleetDrift']['output']>;
type BringReport = z.infer<(typeof fleetOperations)['bringToBaseline']['output']>;
type BringRequest = z.output<(typeof fleetOperations)['bringToBaseline']['input']>;

/** A fleet of applications, held to baselines. */
export interface Fleet {
  page(query: FleetQuery): Promise<FleetPage>;
  summary(): Promise<FleetSummary>;
  cell(applicationId: RecordId, path: string): Promise<(FleetCell & { since: DriftSince }) | null>;
  drift(query: z.output<typeof FleetDriftQuery>): Promise<Result<DriftReport>>;
  bring(asked: BringRequest): Promise<Result<BringReport>>;
  /** Calls back whenever the fleet may be other: by a change of the store, or as an exception ends. */
  watch(changed: () => void): () => void;
}

interface FleetParts {
  readonly store: Store;
  readonly books: Books;
  readonly stage: (drafts: readonly IntentDraft[], changeSetId?: ChangeSetId) => Promise<StageReport>;
  readonly now: () => number;
}

const watched: ReadonlySet<string> = new Set([
  unpaidKey,
  ...(['baseline', 'applicationGroup', 'applicationVariables', 'exception'] as const).map(bookKey),
]);
/** Entries of an application's history that are looked at for when a value came to be. */
const lookedBack = 2_000;
/** No timer waits longer, ms. */
const longestTimer = 2 ** 31 - 1;

/** The fleet over a store: measured once a change, when somebody asks, and kept. */
export function createFleet({ store, books, stage, now }: FleetParts): Fleet {
  let kept: Promise<Measured> | null = null;
  let last: Measured | null = null;
  let basis: { readonly made: Basis; readonly unpaid: string } | null = null;
  /** Goes up with each change of what a basis is made of: one that was overtaken meanwhile is not kept. */
  let turn = 0;
  const ofBooks = ({ entities, meta }: StoreChange): boolean =>
    entities.has('settings') || meta.some((key) => watched.has(key));
  const concerns = (change: StoreChange): boolean =>
    change.intents || change.entities.has('application') || ofBooks(change);
  store.subscribe((change) => {
    if (ofBooks(change)) {
      basis = null;
      turn += 1;
    }
    if (!concerns(change)) return;
    kept = null;
    for (const changed of watchers) changed();
  });
  const watchers = new Set<() => void>();
  let alarm: ReturnType<typeof setTimeout> | undefined;
  /** Whoever watches is told when the next exception ends: nothing of the store changes by that. */
  const wake = (until: number | undefined): void => {
    clearTimeout(alarm);
    if (watchers.size === 0 || until === undefined || until === Number.POSITIVE_INFINITY) return;
    alarm = setTimeout(
      () => {
        if (until > now()) return wake(until);
        for (const changed of watchers) changed();
      },
      Math.min(Math.max(until - now(), 0), longestTimer),
    );
  };

  /** What is measured by: the same as before, unless something of it is other. */
  const basisNow = async (): Promise<Basis> => {
    const begun = turn;
    const { isUnpaid, mark: unpaid } = await readUnpaid(store);
    if (basis !== null && basis.unpaid === unpaid && basis.made.until > now()) return basis.made;
    const facts = { settings: await readSettings(store), isUnpaid, now: now() };
    const made = basisOf(await readFleetBooks(books), facts);
    if (begun === turn) basis = { made, unpaid };
    return made;
  };
  const measured = async (): Promise<Measured> => {
    const held = kept && (await kept);
    if (kept === null || (held !== null && held.until <= now())) {
      const begun = basisNow()
        .then((by) => measure(store, by, last))
        .then((made) => {
          last = made;
          wake(made.until);
          return made;
        });
      kept = begun;
      begun.catch(() => {
        if (kept === begun) kept = null;
      });
    }
    return kept;
  };
  const judgedBy =
    (judge: Judge) =>
    async (ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, readonly Judged[]>> => {
      const records = await store.getMany('application', ids);
      return new Map([...records].map(([id, record]) => [id, judge(record)]));
    };

  const pastOf = (recordId: RecordId): Promise<readonly HistoryEntry[]> =>
    store.history({ entity: 'application', recordId, limit: lookedBack });

  return {
    watch: (changed) => {
      const watcher = (): void => changed();
      watchers.add(watcher);
      wake(last?.until);
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) clearTimeout(alarm);
      };
    },
    page: async (query) => {
      const all = await measured();
      return pageOf(all, query, judgedBy(all.judge));
    },
    summary: async () => summaryOf(await measured()),
    cell: async (applicationId, path) => {
      const { judge } = await measured();
      const judged = (await judgedBy(judge)([applicationId])).get(applicationId);
      const found = judged?.find((one) => one.path === path);
      return found === undefined
        ? null
        : { ...cellOf(found), since: sinceIn(await pastOf(applicationId), path) };
    },
    drift: async ({ group, path, ...given }) => {
      const all = await measured();
      const by = measuredBy(all, given);
      if (!by.ok) return by;
      const { judge, leftOut } = by.value;
      const chosen = queried(all, { ...wholeFleet, group }).filter(({ id }) => !leftOut.has(id));
      /** Settings that somebody holds, or does not: whoever holds none of a name may have no such setting. */
      const held = new Map<string, boolean>();
      const counts = noVerdicts();
      const deviations: DriftReport['deviations'] = [];
      for (const { id, name } of chosen) {
        const judged = (await judgedBy(judge)([id])).get(id) ?? [];
        let past: readonly HistoryEntry[] | undefined;
        for (const one of judged) {
          if (path !== '' && one.path !== path) continue;
          if (leftOut.has(one.path)) continue;
          held.set(one.path, one.found !== undefined || held.get(one.path) === true);
          counts[one.verdict] += 1;
          if (!isDrift(one.verdict) || one.found === undefined) continue;
          const { verdict, value: expected, found, source } = one;
          past ??= await pastOf(id);
          const since = sinceIn(past, one.path)?.at ?? null;
          deviations.push({
            applicationId: id,
            name,
            setting: one.path.slice(configPrefix.length),
            expected,
            found,
            verdict,
            baseline: source.name,
            since,
          });
        }
      }
      const strange = [...held].filter(([each, some]) => !some && !isDescribed(all, each));
      if (strange.length > 0)
        return failure(
          'not-found',
          `No application has ${strange.map(([each]) => each.slice(configPrefix.length)).join(', ')}, and the copied schema does not name it: nothing can be measured by it.`,
          'Look how it is spelt, and pull where the copy is old.',
        );
      return success({ deviations, score: scoreOf(counts), counts });
    },
    bring: async ({ applicationIds, paths, oneByOne, changeSetId, preview, alone, ...given }) => {
      const all = await measured();
      const by = measuredBy(all, given);
      if (!by.ok) return by;
      const { judge, leftOut } = by.value;
      const chosen = applicationIds === 'all' ? all.applications.map(({ id }) => id) : applicationIds;
      const judged = await judgedBy(judge)(chosen.filter((id) => !leftOut.has(id)));
      const left = noVerdicts();
      const open = await store.intents({ states: openStates });
      const already = open.filter((intent) => asksFor(intent, judged, leftOut)).length;
      if (alone && already < open.length)
        return failure(
          'invalid-input',
          'Something else is staged already, and would be sent with it. Nothing was staged or sent.',
          'Apply or withdraw that first.',
        );
      const drafts = [...judged].flatMap(([id, everything]) => {
        const meant = everything.filter(
          ({ path }) => !leftOut.has(path) && (paths.length === 0 || paths.includes(path)),
        );
        const brought = bringDrafts(id, meant, oneByOne);
        const own = noVerdicts();
        const moved = new Set(brought.map(({ action }) => action.verb === 'update' && action.field));
        for (const { path, verdict, staged } of meant)
          if (!moved.has(path) && verdict !== 'same' && staged?.verdict !== 'same') own[verdict] += 1;
        addVerdicts(left, own);
        return brought;
      });
      const nothing = preview || drafts.length === 0;
      const report = nothing ? { staged: [], rejected: [] } : await stage(drafts, changeSetId);
      const rejectedOf = report.rejected.flatMap(({ index }) => drafts[index]?.recordId ?? []);
      return success({ ...report, wanted: drafts.length, already, left, rejectedOf });
    },
  };
}

/** When the value that is held now came to be, as far as the history of its application tells. */
function sinceIn(past: readonly HistoryEntry[], path: string): DriftSince {
  const came = past.find(({ fields }) =>
    fields.some(({ field }) => field === path || field.startsWith(`${path}.`)),
  );
  return came === undefined ? null : { at: came.at, source: came.source };
}

const wholeFleet: FleetQuery = {
  text: '',
  group: '',
  verdicts: [],
  path: '',
  sort: { field: 'name', direction: 'asc' },
  cells: false,
  offset: 0,
  limit: 1,
};

/** Whether an intent asks for just what a setting should be: left over from another time. */
function asksFor(
  { recordId, action }: Intent,
  judged: ReadonlyMap<RecordId, readonly Judged[]>,
  leftOut: ReadonlySet<string>,
): boolean {
  if (action.verb !== 'update' || leftOut.has(action.field)) return false;
  const should = judged.get(recordId)?.find(({ path }) => path === action.field);
  return should !== undefined && jsonEqual(should.value, action.value);
}

/** Whether the copied schema names a setting, or settings inside of it. */
const isDescribed = ({ facts }: Measured, path: string): boolean =>
  [...facts.settings.keys()].some((known) => known === path || known.startsWith(`${path}.`));
