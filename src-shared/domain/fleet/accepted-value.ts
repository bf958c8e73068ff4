import type { EntryOf } from '../books/books';
import type { ConfigSetting } from '../config-settings';
import { around, readField, writeField } from '../field-path';
import type { JsonValue } from '../json';
import { sameSetting } from './same-setting';

/** What was accepted of a setting. */
export interface Accepted {
  /** The exception that tells most of it. */
  readonly exception: EntryOf<'exception'> | undefined;
  /** Until when the value that is held was accepted as a whole, ms; null for good, undefined where another or none was. */
  readonly until: number | null | undefined;
  /** What it should be, with the parts that were accepted as they are held. */
  readonly but: JsonValue;
}

interface Asked {
  readonly path: string;
  readonly setting: ConfigSetting | undefined;
  readonly found: JsonValue | undefined;
  readonly should: JsonValue;
  readonly now: number;
}

/**
 * What of a setting was accepted, by its application's exceptions: for itself, for a whole that it is inside of, or for parts of it.
 * Of several for one value, as files of colleagues bring them, the one that covers what is held, the longest; else the one written
 * last. Pure.
 */
export function acceptedOf(
  exceptions: readonly EntryOf<'exception'>[],
  { path, setting, found, should, now }: Asked,
): Accepted {
  const whole: Omit<Accepted, 'but'>[] = [];
  let but = should;
  let part: EntryOf<'exception'> | undefined;
  for (const exception of exceptions) {
    const { path: of, value, until } = exception.value;
    if (of === path || around(path).includes(of)) {
      const said = within(value, path.slice(of.length));
      const covers = found !== undefined && said !== undefined && sameSetting(setting, found, said);
      whole.push({ exception, until: covers ? until : undefined });
    } else if (found !== undefined && around(of).includes(path)) {
      const inside = of.slice(path.length);
      const held = within(found, inside);
      if (held === undefined || !sameSetting(undefined, held, value)) continue;
      part = exception;
      if (until === null || until > now) but = writeField({ of: but }, `of${inside}`, held).of;
    }
  }
  const first = whole.toSorted(
    (a, b) => lasts(b) - lasts(a) || (b.exception?.at ?? 0) - (a.exception?.at ?? 0),
  )[0];
  return { exception: first?.exception ?? part, until: first?.until, but };
}

const lasts = ({ until }: Pick<Accepted, 'until'>): number =>
  until === undefined ? -1 : (until ?? Number.POSITIVE_INFINITY);

/** What stands inside of a value, at a path that begins with a dot; the value itself at none. */
const within = (value: JsonValue, path: string): JsonValue | undefined =>
  readField({ of: value }, `of${path}`);
