import { engine } from '@renderer/bridge/engine';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { Failure } from '@shared/contract/failure';
import type { InputOf } from '@shared/contract/operations';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ReadHistory, withNewer, withOlder, withUnfolded } from './with-newer';

export type HistoryRequest = Omit<InputOf<'history'>, 'limit' | 'beforeSeq' | 'fold' | 'seqs'>;

export interface History {
  /** Undefined until the first part is there. */
  readonly read: ReadHistory | undefined;
  readonly failure: Failure | undefined;
  /** Asks for the next older part; does nothing while one is on its way, or at the end. */
  readonly loadOlder: () => void;
  /** Asks for more entries of a gesture or change set that were folded away. */
  readonly unfold: (key: string) => void;
}

interface Loaded extends Pick<History, 'read' | 'failure'> {
  readonly key: string;
}

/** Entries of one page, and those of a gesture that are unfolded at once. */
const pageSize = 100;
export const unfoldedAtOnce = 200;

/** History that matches, newest first: older parts as they are asked for, newer entries as they come. */
export function useHistory(request: HistoryRequest): History {
  const key = JSON.stringify(request);
  const version = useDataVersion();
  const [loaded, setLoaded] = useState<Loaded>(() => nothing(key));
  const asking = useRef('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask for what is new
  useEffect(() => {
    let ended = false;
    void engine.call('history', asked(key)).then((part) => {
      if (ended) return;
      setLoaded((last) => {
        const same = last.key === key ? last : nothing(key);
        if (!part.ok) return { ...same, failure: part.error };
        return { key, read: withNewer(same.read, part.value), failure: undefined };
      });
    });
    return () => {
      ended = true;
    };
  }, [key, version]);

  const { read, failure } = loaded.key === key ? loaded : nothing(key);
  const next = read?.next ?? null;
  const loadOlder = useCallback(() => {
    const question = `${key}/${next}`;
    if (next === null || asking.current === question) return;
    asking.current = question;
    void engine.call('history', { ...asked(key), beforeSeq: next }).then((part) => {
      asking.current = '';
      setLoaded((last) => {
        if (last.key !== key || last.read?.next !== next) return last;
        return part.ok
          ? { ...last, read: withOlder(last.read, part.value) }
          : { ...last, failure: part.error };
      });
    });
  }, [key, next]);

  const folded = read?.folded;
  const unfold = useCallback(
    (group: string) => {
      const seqs = folded?.[group]?.slice(0, unfoldedAtOnce) ?? [];
      if (seqs.length === 0) return;
      void engine.call('history', { seqs, limit: unfoldedAtOnce }).then((part) =>
        setLoaded((last) => {
          if (last.key !== key || last.read === undefined) return last;
          return part.ok
            ? { ...last, read: withUnfolded(last.read, group, part.value.entries) }
            : { ...last, failure: part.error };
        }),
      );
    },
    [key, folded],
  );
  return { read, failure, loadOlder, unfold };
}

const asked = (key: string): InputOf<'history'> => ({
  ...(JSON.parse(key) as HistoryRequest),
  limit: pageSize,
  fold: true,
});

function nothing(key: string): Loaded {
  return { key, read: undefined, failure: undefined };
}
