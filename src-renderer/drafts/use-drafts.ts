import type { JsonValue } from '@shared/domain/json';
import { useCallback, useEffect, useState } from 'react';
import { engineDrafts } from './engine-drafts';
import { draftOf } from './use-draft';

export interface Drafts {
  /** What is typed and not staged, by field; nothing for fields that nobody touched. */
  readonly values: Readonly<Record<string, string>>;
  /** The service's values that stood there when typing began, by field. */
  readonly bases: Readonly<Record<string, JsonValue>>;
  /** True when some of it was typed before a crash or reload. */
  readonly restored: boolean;
  /** `base` counts with the first key only. */
  readonly change: (field: string, value: string, base: JsonValue) => void;
  /** After staging, or when the admin lets go of them. */
  readonly discard: (fields: readonly string[]) => void;
}

interface Held {
  readonly prefix: string;
  readonly values: Readonly<Record<string, string>>;
  readonly bases: Readonly<Record<string, JsonValue>>;
  readonly restored: boolean;
}

/**
 * The drafts of a form with several fields, under the keys that `useDraft` would have for each: `prefix/field`. `fields`
 * must be the same list at every render.
 */
export function useDrafts(prefix: string, fields: readonly string[]): Drafts {
  const [held, setHeld] = useState<Held>(() => untouched(prefix));
  useEffect(() => {
    let ended = false;
    void engineDrafts.read(fields.map((field) => `${prefix}/${field}`)).then((found) => {
      const kept = fields.flatMap((field) => {
        const draft = found.get(`${prefix}/${field}`);
        return draft ? [{ field, ...draft }] : [];
      });
      if (ended || kept.length === 0) return;
      setHeld((last) => {
        const { values, bases } = last.prefix === prefix ? last : untouched(prefix);
        const told = kept.flatMap(({ field, base }) => (base === undefined ? [] : [[field, base] as const]));
        return {
          prefix,
          values: { ...Object.fromEntries(kept.map(({ field, value }) => [field, value])), ...values },
          bases: { ...Object.fromEntries(told), ...bases },
          restored: true,
        };
      });
    });
    return () => {
      ended = true;
    };
  }, [prefix, fields]);
  const { values, bases, restored } = held.prefix === prefix ? held : untouched(prefix);
  const change = useCallback(
    (field: string, value: string, seen: JsonValue) => {
      const base = firstBase(values[field], bases[field], seen);
      setHeld((last) => {
        const known = last.prefix === prefix ? last : untouched(prefix);
        return {
          ...known,
          values: { ...known.values, [field]: value },
          bases: { ...known.bases, [field]: base },
        };
      });
      engineDrafts.keep(`${prefix}/${field}`, draftOf(value, base));
    },
    [prefix, values, bases],
  );
  const discard = useCallback(
    (gone: readonly string[]) => {
      const without = <T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
        Object.fromEntries(Object.entries(all).filter(([field]) => !gone.includes(field)));
      setHeld((last) => ({
        prefix,
        values: without(last.values),
        bases: without(last.bases),
        restored: false,
      }));
      for (const field of gone) engineDrafts.keep(`${prefix}/${field}`, null);
    },
    [prefix],
  );
  return { values, bases, restored, change, discard };
}

/** The value that typing began over: `seen` with the first key, or where nobody said; null is a value. Pure. */
export function firstBase(
  typed: string | undefined,
  base: JsonValue | undefined,
  seen: JsonValue,
): JsonValue {
  return typed === undefined || base === undefined ? seen : base;
}

function untouched(prefix: string): Held {
  return { prefix, values: {}, bases: {}, restored: false };
}
