import { useCallback, useEffect, useState } from 'react';
import { windowDb } from './window-db';

export interface Drafts {
  /** What is typed and not staged, by field; nothing for fields that nobody touched. */
  readonly values: Readonly<Record<string, string>>;
  /** True when some of it was typed before a crash or reload. */
  readonly restored: boolean;
  readonly change: (field: string, value: string) => void;
  /** After staging, or when the admin lets go of them. */
  readonly discard: (fields: readonly string[]) => void;
}

interface Held {
  readonly prefix: string;
  readonly values: Readonly<Record<string, string>>;
  readonly restored: boolean;
}

/**
 * The drafts of a form with several fields, under the keys that `useDraft` would have for each: `prefix/field`. `fields`
 * must be the same list at every render.
 */
export function useDrafts(prefix: string, fields: readonly string[]): Drafts {
  const [held, setHeld] = useState<Held>({ prefix, values: {}, restored: false });
  useEffect(() => {
    let ended = false;
    void windowDb.formDrafts.bulkGet(fields.map((field) => `${prefix}/${field}`)).then((found) => {
      const kept = fields.flatMap((field, index) => {
        const draft = found[index];
        return draft ? [[field, draft.value] as const] : [];
      });
      if (ended || kept.length === 0) return;
      setHeld((last) => {
        const typed = last.prefix === prefix ? last.values : {};
        return { prefix, values: { ...Object.fromEntries(kept), ...typed }, restored: true };
      });
    });
    return () => {
      ended = true;
    };
  }, [prefix, fields]);
  const change = useCallback(
    (field: string, value: string) => {
      setHeld((last) => {
        const same = last.prefix === prefix;
        return {
          prefix,
          values: { ...(same ? last.values : {}), [field]: value },
          restored: same && last.restored,
        };
      });
      void windowDb.formDrafts.put({ key: `${prefix}/${field}`, value, updatedAt: Date.now() });
    },
    [prefix],
  );
  const discard = useCallback(
    (gone: readonly string[]) => {
      setHeld((last) => ({
        prefix,
        values: Object.fromEntries(Object.entries(last.values).filter(([field]) => !gone.includes(field))),
        restored: false,
      }));
      void windowDb.formDrafts.bulkDelete(gone.map((field) => `${prefix}/${field}`));
    },
    [prefix],
  );
  const { values, restored } = held.prefix === prefix ? held : { values: {}, restored: false };
  return { values, restored, change, discard };
}
