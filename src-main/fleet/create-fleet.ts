import { type Books, bookKey } from '@main/books/books';
import type { Store, StoreChange } from '@main/store/store';
import { unpaidKey } from '@main/store/unpaid-groups';
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
import { createJudge, type Judge, type Judged } from '@shared/domain/fleet/judge-application';
import { addVerdicts, isDrift, noVerdicts, scoreOf } from '@shared/domain/fleet/verdict';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { ChangeSetId, RecordId } from '@shared/domain/ids';
import type { IntentDraft } from '@shared/domain/intent';
import type { z } from 'zod';
import { cellOf, pageOf, queried, summaryOf } from './fleet-pages';
import { type Basis, basisOf, type Measured, measure, readFleetBooks, readSettings } from './measure';
import { readUnpaid } from './read-unpaid';

type DriftReport = z.infer<(typeof fleetOperations)['fleetDrift']['output']>;
type BringReport = z.infer<(typeof fleetOperations)['bringToBaseline']['output']>;
type BringRequest = z.output<(typeof fleetOperations)['bringToBaseline']['input']>;

/** A fleet of applications, held to baselines. */
export interface Fleet {
  page(query: FleetQuery): Promise<FleetPage>;
  summary(): Promise<FleetSummary>;
  cell(applicationId: RecordId, path: string): Promise<(FleetCell & { since: DriftSince }) | null>;
  drift(query: z.output<typeof FleetDriftQuery>): Promise<DriftReport>;
  bring(asked: BringRequest): Promise<BringReport>;
  /** Whether a change of the store may be one of the fleet. */
  concerns(change: StoreChange): boolean;
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
    if (concerns(change)) kept = null;
  });

  /** What is measured by: the same as before, unless something of it is other. */
  const basisNow = async (): Promise<Basis> => {
    const begun = turn;
    const refused = await readUnpaid(store);
    const unpaid = [...refused].sort().join();
    if (basis !== null && basis.unpaid === unpaid && basis.made.until > now()) return basis.made;
    const isUnpaid = (id: string, group: string): boolean => refused.has(`${id} ${group}`);
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
    concerns,
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
    drift: async ({ group, path, baseline, variables, ignore }) => {
      const all = await measured();
      const judge =
        baseline === undefined ? all.judge : createJudge(given(all, baseline, variables), all.facts);
      const chosen = queried(all, { ...wholeFleet, group }).filter(({ id }) => !ignore.includes(id));
      const counts = noVerdicts();
      const deviations: DriftReport['deviations'] = [];
      for (const { id, name } of chosen) {
        const judged = (await judgedBy(judge)([id])).get(id) ?? [];
        let past: readonly HistoryEntry[] | undefined;
        for (const one of judged) {
          if (path !== '' && one.path !== path) continue;
          const setting = one.path.slice(configPrefix.length);
          if (ignore.includes(setting) || ignore.includes(one.path)) continue;
          counts[one.verdict] += 1;
          if (!isDrift(one.verdict) || one.found === undefined) continue;
          const { verdict, value: expected, found, source } = one;
          past ??= await pastOf(id);
          const since = sinceIn(past, one.path)?.at ?? null;
          deviations.push({
            applicationId: id,
            name,
            setting,
            expected,
            found,
            verdict,
            baseline: source.name,
            since,
          });
        }
      }
      return { deviations, score: scoreOf(counts), counts };
    },
    bring: async ({ applicationIds, paths, oneByOne, changeSetId, preview }) => {
      const { judge } = await measured();
      const judged = await judgedBy(judge)(applicationIds);
      const left = noVerdicts();
      const drafts = [...judged].flatMap(([id, all]) => {
        const meant = paths.length === 0 ? all : all.filter(({ path }) => paths.includes(path));
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
      return { ...report, wanted: drafts.length, left };
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

/** One baseline in the place of those that are kept; exceptions and groups stay. */
function given(
  { books }: Measured,
  value: NonNullable<z.output<typeof FleetDriftQuery>['baseline']>,
  variables: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Measured['books'] {
  const written = { at: 0, by: '', why: '' };
  const own = Object.entries(variables).map(([id, values]) => ({
    ...written,
    id,
    value: { values: { ...values } },
  }));
  return {
    ...books,
    baselines: [{ ...written, id: 'given', value }],
    variables: [...books.variables, ...own],
  };
}
