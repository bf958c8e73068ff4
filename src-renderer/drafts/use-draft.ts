import type { KeptDraft } from '@shared/contract/desk';
import type { JsonValue } from '@shared/domain/json';
import { useCallback, useEffect, useState } from 'react';
import type { DraftPlace } from './draft-place';
import { engineDrafts } from './engine-drafts';

export interface Draft {
  /** Null while nothing is typed. */
  readonly value: string | null;
  /** True when the value was typed before a crash or reload. */
  readonly restored: boolean;
  /** The service's value that stood there when typing began; undefined where nobody said. */
  readonly base: JsonValue | undefined;
  /** `base` counts with the first key only. */
  readonly change: (value: string, base?: JsonValue) => void;
  /** After staging, or when the admin lets go of it. */
  readonly discard: () => void;
}

interface Held {
  readonly key: string;
  readonly value: string | null;
  readonly base: JsonValue | undefined;
  readonly restored: boolean;
}

/** What is typed into one form field and not staged yet: written through at every key, so that no crash loses it. */
export function useDraft(key: string, place: DraftPlace = engineDrafts): Draft {
  const [held, setHeld] = useState<Held>(() => untouched(key));
  useEffect(() => {
    let ended = false;
    void place.read([key]).then((kept) => {
      const found = kept.get(key);
      if (ended || !found) return;
      setHeld((last) =>
        last.key === key && last.value !== null
          ? last
          : { key, value: found.value, base: found.base, restored: true },
      );
    });
    return () => {
      ended = true;
    };
  }, [key, place]);
  const current = held.key === key ? held : untouched(key);
  const begun = current.value !== null;
  const first = current.base;
  const change = useCallback(
    (value: string, seen?: JsonValue) => {
      const base = begun ? first : seen;
      setHeld({ key, value, base, restored: false });
      place.keep(key, draftOf(value, base));
    },
    [key, begun, first, place],
  );
  const discard = useCallback(() => {
    setHeld(untouched(key));
    place.keep(key, null);
  }, [key, place]);
  return { value: current.value, base: current.base, restored: current.restored, change, discard };
}

/** As it is kept. */
export function draftOf(value: string, base: JsonValue | undefined): KeptDraft {
  return base === undefined ? { value } : { value, base };
}

function untouched(key: string): Held {
  return { key, value: null, base: undefined, restored: false };
}
