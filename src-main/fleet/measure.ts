import { setImmediate as breathe } from 'node:timers/promises';
import type { Books } from '@main/books/books';
import type { Store } from '@main/store/store';
import { byPrecedence, isInGroup } from '@shared/domain/fleet/expected-settings';
import {
  createJudge,
  type FleetBooks,
  type FleetFacts,
  type Judge,
  type Judged,
} from '@shared/domain/fleet/judge-application';
import { addVerdicts, noVerdicts, scoreOf, Verdict, type VerdictCounts } from '@shared/domain/fleet/verdict';
import type { RecordId } from '@shared/domain/ids';
import { canonicalJson } from '@shared/domain/json';
import { serverRow } from '@shared/domain/project';
import type { StoredRecord } from '@shared/domain/records/record-map';

/** One application, measured; the arrays stand in the order of the paths. */
export interface MeasuredApplication {
  readonly id: RecordId;
  /** Of the server's row that was measured. */
  readonly hash: string;
  readonly name: string;
  readonly domain: string;
  readonly groups: readonly string[];
  readonly score: number | null;
  readonly counts: VerdictCounts;
  /** Place in `Verdict.options`, or `nothing`. */
  readonly verdicts: Uint8Array;
  /** Place in the values of the path, or -1. */
  readonly values: Int32Array;
}

/** In the place of a verdict where no baseline says anything. */
export const nothing = 255;

/** The whole fleet, small enough to be kept: verdicts and values as numbers, everything else is read anew for a page. */
export interface Measured {
  readonly paths: readonly string[];
  readonly applications: readonly MeasuredApplication[];
  /** By path: every value that is held, as JSON. */
  readonly values: readonly (readonly string[])[];
  readonly counts: VerdictCounts;
  readonly judge: Judge;
  readonly books: FleetBooks;
  readonly facts: FleetFacts;
  /** When an exception ends next, ms: then it is to be measured anew. */
  readonly until: number;
}

/** Applications measured in one go: others wait no longer than for these. */
export const chunk = 50;

/** Applications as a judge sees them now, by id. */
export type JudgedBy = (
  judge: Judge,
  ids: readonly RecordId[],
) => Promise<ReadonlyMap<RecordId, readonly Judged[]>>;

export async function readFleetBooks(books: Pick<Books, 'read'>): Promise<FleetBooks> {
  return {
    baselines: await books.read('baseline'),
    groups: await books.read('applicationGroup'),
    variables: await books.read('applicationVariables'),
    exceptions: await books.read('exception'),
  };
}

/** What a measuring goes by, and its judge. */
export type Basis = Pick<Measured, 'paths' | 'judge' | 'books' | 'facts' | 'until'>;

export function basisOf(books: FleetBooks, facts: FleetFacts): Basis {
  const ends = books.exceptions.map(({ value }) => value.until ?? 0).filter((until) => until > facts.now);
  return {
    books,
    facts,
    paths: pathsOf(books, facts),
    judge: createJudge(books, facts),
    until: Math.min(...ends, Number.POSITIVE_INFINITY),
  };
}

/**
 * Measures every application that the service knows, some at a time so that others go on meanwhile. By the same basis as
 * `before` only those are read whose server row is another.
 */
export async function measure(
  store: Pick<Store, 'ids' | 'hashes' | 'getMany'>,
  basis: Basis,
  before: Measured | null,
): Promise<Measured> {
  const { paths } = basis;
  const known = before?.judge === basis.judge ? before : null;
  const places = new Map(paths.map((path, place) => [path, place]));
  const interned = paths.map((_, place) => new Map(known?.values[place]?.map((value, at) => [value, at])));
  const kept = new Map(known?.applications.map((one) => [one.id, one]));
  const hashes = await store.hashes('application', await store.ids('application'));
  const changed = [...hashes].filter(([id, hash]) => hash !== '' && kept.get(id)?.hash !== hash);
  for (let from = 0; from < changed.length; from += chunk) {
    const ids = changed.slice(from, from + chunk).map(([id]) => id);
    for (const record of (await store.getMany('application', ids)).values()) {
      const one = measured(record, basis, places, interned);
      if (one !== null) kept.set(one.id, one);
    }
    await breathe();
  }
  const applications = [...kept.values()].filter(({ id }) => (hashes.get(id) ?? '') !== '');
  const counts = noVerdicts();
  for (const one of applications) addVerdicts(counts, one.counts);
  return { ...basis, applications, counts, values: interned.map((values) => [...values.keys()]) };
}

function measured(
  record: StoredRecord<'application'>,
  { judge, books, paths, facts }: Basis,
  places: ReadonlyMap<string, number>,
  interned: readonly Map<string, number>[],
): MeasuredApplication | null {
  const held = serverRow('application', record);
  if (held === null) return null;
  const verdicts = new Uint8Array(paths.length).fill(nothing);
  const values = new Int32Array(paths.length).fill(-1);
  const counts = noVerdicts();
  for (const { path, verdict, found } of judge(record)) {
    const place = places.get(path) ?? 0;
    verdicts[place] = Verdict.options.indexOf(verdict);
    counts[verdict] += 1;
    if (found !== undefined) values[place] = intern(interned[place], canonicalJson(found));
  }
  const groups = books.groups
    .filter(({ value }) => isInGroup(value, held, facts.settings) === true)
    .map(({ id }) => id);
  const { id, name, domain } = held;
  return {
    id,
    hash: record.sync.hash,
    name,
    domain,
    groups,
    score: scoreOf(counts),
    counts,
    verdicts,
    values,
  };
}

function intern(known: Map<string, number> = new Map(), value: string): number {
  const place = known.get(value) ?? known.size;
  known.set(value, place);
  return place;
}

/** Every setting that a baseline speaks of, in the order of the schema; what it does not describe comes last. */
function pathsOf({ baselines }: FleetBooks, { settings }: FleetFacts): readonly string[] {
  const named = new Set(
    byPrecedence(baselines).flatMap(({ value }) => value.settings.map(({ path }) => path)),
  );
  const described = [...settings.keys()].filter((path) => named.has(path));
  return [...new Set([...described, ...named])];
}
