import { shell } from '@renderer/bridge/shell';
import type { Failure } from '@shared/contract/failure';
import type { PoolHits } from '@shared/contract/pool-hits';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import { useEffect, useRef, useState } from 'react';

/** Where the search stands in one pool. `locked`: nobody has given its passphrase for this search. */
export type PoolState =
  | { readonly kind: 'waiting' | 'asking' }
  | { readonly kind: 'locked'; readonly failure: Failure | null }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'answered'; readonly found: PoolHits; readonly passphrase?: string };

type States = ReadonlyMap<WorkspaceId, PoolState>;

const isLocked = ({ protection }: WorkspaceInfo): boolean => protection === 'passphrase';

/** Asks copied pools for a person, one after the other. What they answer lives as long as this screen: nothing of it is kept. */
export function usePoolSearch(copies: readonly WorkspaceInfo[]) {
  const [asked, setAsked] = useState('');
  const [states, setStates] = useState<States>(new Map());
  /** A later search, or leaving, ends an earlier one. */
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );
  const put = (id: WorkspaceId, state: PoolState): void => setStates((last) => new Map(last).set(id, state));

  const askOne = async ({ id }: WorkspaceInfo, text: string, passphrase?: string): Promise<void> => {
    const mine = run.current;
    put(id, { kind: 'asking' });
    const secret = passphrase === undefined ? {} : { passphrase };
    const answer = await shell.call('searchPool', { id, text, ...secret });
    if (run.current !== mine) return;
    if (answer.ok) return put(id, { kind: 'answered', found: answer.value, ...secret });
    const { error } = answer;
    put(id, { kind: error.code === 'wrong-passphrase' ? 'locked' : 'failed', failure: error });
  };

  return {
    /** What was looked for; '' before the first search. */
    asked,
    stateOf: (id: WorkspaceId): PoolState => states.get(id) ?? { kind: 'waiting' },
    async search(text: string): Promise<void> {
      run.current += 1;
      const mine = run.current;
      setAsked(text);
      setStates(
        new Map(copies.filter(isLocked).map(({ id }) => [id, { kind: 'locked', failure: null } as const])),
      );
      for (const copy of copies.filter((each) => !isLocked(each))) {
        if (run.current === mine) await askOne(copy, text);
      }
    },
    unlock: (copy: WorkspaceInfo, passphrase: string): Promise<void> => askOne(copy, asked, passphrase),
  };
}
