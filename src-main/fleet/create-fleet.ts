import { type Books, bookKey } from '@main/books/books';
import { describedSettings } from '@main/store/described-settings';
import type { Store, StoreChange } from '@main/store/store';
import { unpaidKey } from '@main/store/unpaid-settings';
import type { Result } from '@shared/contract/failure';
import type {
  DriftSince,
  FleetCell,
  FleetDriftQuery,
  FleetPage,
  FleetQuery,
  FleetSummary,
} from '@shared/contract/fleet';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { RecordId } from '@shared/domain/ids';
import type { z } from 'zod';
import { type BringReport, type BringRequest, bringToBaseline, type StageDrafts } from './bring-to-baseline';
import { type DriftReport, findDrift, sinceIn } from './find-drift';
import { cellOf, pageOf, summaryOf } from './fleet-pages';
import {
  type Basis,
  basisOf,
  type JudgedBy,
  type Measured,
  type MeasuredApplication,
  measure,
  readFleetBooks,
} from './measure';
import { measuredBy } from './measured-by';
import { readUnpaid } from './read-unpaid';

/** A fleet of applications, held to baselines. */
export interface Fleet {
  page(query: FleetQuery): Promise<FleetPage>;
  summary(): Promise<FleetSummary>;
  cell(applicationId: RecordId, path: string): Promise<(FleetCell & { since: DriftSince }) | null>;
  drift(query: z.output<typeof FleetDriftQuery>): Promise<Result<DriftReport>>;
  bring(asked: BringRequest): Promise<Result<BringReport>>;
  /** Every application that is on the service. */
  applications(): Promise<readonly Pick<MeasuredApplication, 'id' | 'name' | 'domain' | 'groups'>[]>;
  /** Calls back whenever the fleet may be other: by a change of the store, or as an exception ends. */
  watch(changed: () => void): () => void;
}

interface FleetParts {
  readonly store: Store;
  readonly books: Books;
  readonly stage: StageDrafts;
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
    const facts = { settings: await describedSettings(store), isUnpaid, now: now() };
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
  const judgedBy: JudgedBy = async (judge, ids) => {
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
    applications: async () => (await measured()).applications,
    page: async (query) => {
      const all = await measured();
      return pageOf(all, query, (ids) => judgedBy(all.judge, ids));
    },
    summary: async () => summaryOf(await measured()),
    cell: async (applicationId, path) => {
      const { judge } = await measured();
      const judged = (await judgedBy(judge, [applicationId])).get(applicationId);
      const found = judged?.find((one) => one.path === path);
      return found === undefined
        ? null
        : { ...cellOf(found), since: sinceIn(await pastOf(applicationId), path) };
    },
    drift: async ({ group, path, ...given }) => {
      const all = await measured();
      const by = measuredBy(all, given);
      return by.ok ? findDrift(all, { group, path, ...by.value }, { judgedBy, pastOf }) : by;
    },
    bring: async (asked) => {
      const all = await measured();
      const by = measuredBy(all, asked);
      return by.ok ? bringToBaseline(all, asked, by.value, { store, stage, judgedBy }) : by;
    },
  };
}
