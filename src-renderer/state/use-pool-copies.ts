import { shell } from '@renderer/bridge/shell';
import type { Failure } from '@shared/contract/failure';
import type { PoolCopyInfo, PoolCopyRun } from '@shared/contract/pool-copies';
import { useCallback, useEffect, useState } from 'react';
import { listWorkspaces } from './list-workspaces';

/**
 * Copies of the open platform's pools, and where the last run over them stands; asked anew whenever one was begun or ended. `failure`: why
 * one of the two could not be read.
 */
export function usePoolCopies() {
  const [copies, setCopies] = useState<readonly PoolCopyInfo[] | undefined>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [run, setRun] = useState<PoolCopyRun | null>(null);
  const [done, setDone] = useState('');
  const take = useCallback((next: PoolCopyRun): void => {
    setRun(next);
    setDone(`${next.ended} ${next.entries.filter(({ state }) => state !== 'waiting').length}`);
  }, []);
  useEffect(() => shell.on('poolCopies', take), [take]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another pool has begun or ended, so there may be another copy
  useEffect(() => {
    let left = false;
    void Promise.all([shell.call('poolCopies', {}), listWorkspaces()]).then(([known]) => {
      if (left) return;
      setFailure(known.ok ? known.value.unread : known.error);
      if (known.ok) {
        setCopies(known.value.copies);
        setRun((last) => last ?? known.value.run);
      }
    });
    return () => {
      left = true;
    };
  }, [done]);
  return { copies, run, failure, take };
}
