import { gathered } from '../../gather';
import type { EntryOf } from '../books/books';
import type { ConfigSetting } from '../config-settings';
import type { JsonObject, JsonValue } from '../json';
import { serverRow } from '../project';
import type { StoredRecord } from '../records/record-map';
import { type Accepted, acceptedOf } from './accepted-value';
import { type Baseline, type Expected, expectedSettings, prepared } from './expected-settings';
import { heldSetting, sameSetting } from './same-setting';
import type { Verdict } from './verdict';

/** What a fleet is measured by. */
export interface FleetBooks {
  readonly baselines: readonly Baseline[];
  readonly groups: readonly EntryOf<'applicationGroup'>[];
  readonly variables: readonly EntryOf<'applicationVariables'>[];
  readonly exceptions: readonly EntryOf<'exception'>[];
}

/** What is known beside the books. */
export interface FleetFacts {
  readonly settings: ReadonlyMap<string, ConfigSetting>;
  /** Whether the service said at the last write of a setting that it is not paid for. */
  readonly isUnpaid: (applicationId: string, path: string) => boolean;
  readonly now: number;
}

/** A setting of an application, measured. */
export interface Judged extends Expected {
  readonly path: string;
  readonly verdict: Verdict;
  /** What the service holds; undefined where that is not known. */
  readonly found: JsonValue | undefined;
  /** What it will hold after reconciling, and how that is; undefined where nothing of it is staged. */
  readonly staged: { readonly value: JsonValue; readonly verdict: Verdict } | undefined;
  /** The exception for it, for a whole that it is inside of, or for a part of it, whether it holds or not. */
  readonly exception: EntryOf<'exception'> | undefined;
  /** What it should be but for its parts that were accepted: brought to the baseline with many others, it comes to this. */
  readonly but: JsonValue;
}

export type Judge = (record: StoredRecord<'application'>) => readonly Judged[];

/** A judge over books and facts: what each setting is that a baseline speaks of. Applications that the service does not know have none. Pure. */
export function createJudge(books: FleetBooks, facts: FleetFacts): Judge {
  const baselines = prepared(books.baselines);
  const groups = new Map(books.groups.map(({ id, value }) => [id, value]));
  const variables = new Map<string, Readonly<Record<string, string>>>(
    books.variables.map(({ id, value }) => [id, value.values]),
  );
  const exceptions = gathered<string, EntryOf<'exception'>>(
    books.exceptions,
    ({ value }) => value.applicationId,
  );
  return (record) => {
    const held = serverRow('application', record);
    if (held === null) return [];
    const expected = expectedSettings(held, baselines, groups, variables.get(held.id) ?? {}, facts.settings);
    const own = exceptions.get(held.id) ?? [];
    return [...expected].map(([path, should]) => {
      const setting = facts.settings.get(path);
      const unpaid = (): boolean => facts.isUnpaid(held.id, path);
      const verdictOn = (config: JsonObject): Pick<Judged, 'found' | 'verdict' | 'exception' | 'but'> => {
        const found = heldSetting(config, path, setting);
        const accepted = acceptedOf(own, { path, setting, found, should: should.value, now: facts.now });
        const verdict = judgeValue({ setting, found, should, accepted, now: facts.now });
        return {
          found,
          exception: accepted.exception,
          but: accepted.but,
          verdict:
            verdict === 'differs' || verdict === 'expired' ? (unpaid() ? 'unlicensed' : verdict) : verdict,
        };
      };
      const now = verdictOn(held.config);
      return {
        path,
        ...should,
        ...now,
        staged: stagedOf(record, path, setting, now.found, verdictOn),
      };
    });
  };
}

/** Only what is staged of this very setting: the row shows the whole record. */
function stagedOf(
  record: StoredRecord<'application'>,
  path: string,
  setting: ConfigSetting | undefined,
  found: JsonValue | undefined,
  verdictOn: (config: JsonObject) => Pick<Judged, 'found' | 'verdict'>,
): Judged['staged'] {
  if (record.staged === null) return undefined;
  const value = heldSetting(record.config, path, setting);
  if (value === undefined || (found !== undefined && sameSetting(setting, value, found))) return undefined;
  return { value, verdict: verdictOn(record.config).verdict };
}

interface JudgedValue {
  readonly setting: ConfigSetting | undefined;
  readonly found: JsonValue | undefined;
  readonly should: Expected;
  readonly accepted: Accepted;
  readonly now: number;
}

function judgeValue({ setting, found, should, accepted, now }: JudgedValue): Verdict {
  if (should.missing.length > 0) return 'missing-variable';
  if (found === undefined || should.doubtful) return 'unknown';
  if (sameSetting(setting, found, should.value)) return 'same';
  // An exception covers the value that was accepted, and no other.
  const { until, but } = accepted;
  const holds = until === null || (until !== undefined && until > now);
  if (holds || sameSetting(setting, found, but)) return 'accepted';
  return until === undefined ? 'differs' : 'expired';
}
