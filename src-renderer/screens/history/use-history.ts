import { engine } from '@renderer/bridge/engine';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { Failure } from '@shared/contract/failure';
import type { ToldEntry } from '@shared/contract/history';
import type { InputOf } from '@shared/contract/operations';
import { useCallback, useEffect, useRef, useState } from 'react';
import { withNewer } from './with-newer';

export type HistoryRequest = Omit<InputOf<'history'>, 'limit' | 'beforeSeq'>;

export interface History {
  /** Newest first; undefined until the first page is there. */
  readonly entries: readonly ToldEntry[] | undefined;
  /** True when there are no older ones. */
  readonly complete: boolean;
  readonly failure: Failure | undefined;
  /** Asks for the next older page; does nothing while one is on its way, or at the end. */
  readonly loadOlder: () => void;
}

interface Loaded extends Omit<History, 'loadOlder'> {
  readonly key: string;
}

/** Entries of one page. */
const pageSize = 100;

/** History that matches, newest first: older pages as they are asked for, newer entries as they come. */
export function useHistory(request: HistoryRequest): History {
  const key = JSON.stringify(request);
  const version = useDataVersion();
  const [loaded, setLoaded] = useState<Loaded>(() => nothing(key));
  const asking = useRef('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask for what is new
  useEffect(() => {
    let ended = false;
    void engine.call('history', { ...(JSON.parse(key) as HistoryRequest), limit: pageSize }).then((page) => {
      if (ended) return;
      setLoaded((last) => {
        const same = last.key === key ? last : nothing(key);
        if (!page.ok) return { ...same, failure: page.error };
        const { entries, whole } = withNewer(same.entries, page.value);
        const complete = whole ? page.value.length < pageSize : same.complete;
        return { key, entries, complete, failure: undefined };
      });
    });
    return () => {
      ended = true;
    };
  }, [key, version]);

  const { entries, complete } = loaded.key === key ? loaded : nothing(key);
  const loadOlder = useCallback(() => {
    const beforeSeq = entries?.at(-1)?.seq;
    const question = `${key}/${beforeSeq}`;
    if (beforeSeq === undefined || complete || asking.current === question) return;
    asking.current = question;
    const request = { ...(JSON.parse(key) as HistoryRequest), limit: pageSize, beforeSeq };
    void engine.call('history', request).then((page) => {
      asking.current = '';
      setLoaded((last) => {
        if (last.key !== key || last.entries?.at(-1)?.seq !== beforeSeq) return last;
        if (!page.ok) return { ...last, failure: page.error };
        const older = [...last.entries, ...page.value];
        return { ...last, entries: older, complete: page.value.length < pageSize };
      });
    });
  }, [key, entries, complete]);

  return { entries, complete, failure: loaded.key === key ? loaded.failure : undefined, loadOlder };
}

function nothing(key: string): Loaded {
  return { key, entries: undefined, complete: false, failure: undefined };
}
