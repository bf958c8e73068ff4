import { setImmediate as breathe } from 'node:timers/promises';
import type { Books } from '@main/books/books';
import type { Store } from '@main/store/store';
import { type ConfigSetting, configGroups, configSchemaId } from '@shared/domain/config-settings';
import { byPrecedence, isInGroup } from '@shared/domain/fleet/expected-settings';
import {
  createJudge,
  type FleetBooks,
  type FleetFacts,
  type Judge,
} from '@shared/domain/fleet/judge-application';
import { addVerdicts, noVerdicts, scoreOf, Verdict, type VerdictCounts } from '@shared/domain/fleet/verdict';
import type { RecordId } from '@shared/domain/ids';
import { canonicalJson } from '@shared/domain/json';
import { serverRow } from '@shared/domain/project';

/** One application, measured; the arrays stand in the order of the paths. */
export interface MeasuredApplication {
  readonly id: RecordId;
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

const chunk = 200;

export async function readFleetBooks(books: Pick<Books, 'read'>): Promise<FleetBooks> {
  return {
    baselines: await books.read('baseline'),
    groups: await books.read('applicationGroup'),
    variables: await books.read('applicationVariables'),
    exceptions: await books.read('exception'),
  };
}

/** The settings that the platform's configs have, by path. */
export async function readSettings(store: Pick<Store, 'get'>): Promise<ReadonlyMap<string, ConfigSetting>> {
  const schema = await store.get('settings', configSchemaId);
  const settings = schema === null ? [] : configGroups(schema.values).flatMap((group) => group.settings);
  return new Map(settings.map((setting) => [setting.path, setting]));
}

/** Measures every application that the service knows, some at a time so that others go on meanwhile. */
export async function measure(
  store: Pick<Store, 'ids' | 'getMany'>,
  books: FleetBooks,
  facts: FleetFacts,
): Promise<Measured> {
  const judge = createJudge(books, facts);
  const paths = pathsOf(books, facts);
  const places = new Map(paths.map((path, place) => [path, place]));
  const interned = paths.map(() => new Map<string, number>());
  const applications: MeasuredApplication[] = [];
  const counts = noVerdicts();
  const ids = await store.ids('application');
  for (let from = 0; from < ids.length; from += chunk) {
    for (const record of (await store.getMany('application', ids.slice(from, from + chunk))).values()) {
      const held = serverRow('application', record);
      if (held === null) continue;
      const verdicts = new Uint8Array(paths.length).fill(nothing);
      const values = new Int32Array(paths.length).fill(-1);
      const own = noVerdicts();
      for (const { path, verdict, found } of judge(record)) {
        const place = places.get(path) ?? 0;
        verdicts[place] = Verdict.options.indexOf(verdict);
        own[verdict] += 1;
        if (found !== undefined) values[place] = intern(interned[place], canonicalJson(found));
      }
      addVerdicts(counts, own);
      const groups = books.groups.filter(({ value }) => isInGroup(value, held)).map(({ id }) => id);
      const { id, name, domain } = held;
      applications.push({ id, name, domain, groups, score: scoreOf(own), counts: own, verdicts, values });
    }
    await breathe();
  }
  const ends = books.exceptions.map(({ value }) => value.until ?? 0).filter((until) => until > facts.now);
  const values = interned.map((known) => [...known.keys()]);
  const until = Math.min(...ends, Number.POSITIVE_INFINITY);
  return { paths, applications, values, counts, judge, books, facts, until };
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
