import { useCallback, useEffect, useState } from 'react';
import { windowDb } from './window-db';

export interface Draft {
  /** Null while nothing is typed. */
  readonly value: string | null;
  /** True when the value was typed before a crash or reload. */
  readonly restored: boolean;
  readonly change: (value: string) => void;
  /** After staging, or when the admin lets go of it. */
  readonly discard: () => void;
}

interface Held {
  readonly key: string;
  readonly value: string | null;
  readonly restored: boolean;
}

/** What is typed into one form field and not staged yet: written through at every key, so that no crash loses it. */
export function useDraft(key: string): Draft {
  const [held, setHeld] = useState<Held>({ key, value: null, restored: false });
  useEffect(() => {
    let ended = false;
    void windowDb.formDrafts.get(key).then((found) => {
      if (ended || !found) return;
      setHeld((last) =>
        last.key === key && last.value !== null ? last : { key, value: found.value, restored: true },
      );
    });
    return () => {
      ended = true;
    };
  }, [key]);
  const change = useCallback(
    (value: string) => {
      setHeld({ key, value, restored: false });
      void windowDb.formDrafts.put({ key, value, updatedAt: Date.now() });
    },
    [key],
  );
  const discard = useCallback(() => {
    setHeld({ key, value: null, restored: false });
    void windowDb.formDrafts.delete(key);
  }, [key]);
  const current = held.key === key ? held : { value: null, restored: false };
  return { value: current.value, restored: current.restored, change, discard };
}
