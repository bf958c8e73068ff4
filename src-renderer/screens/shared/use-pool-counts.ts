import { shell } from '@renderer/bridge/shell';
import { useSession, useWorkspace } from '@renderer/state/use-session';
import type { Failure } from '@shared/contract/failure';
import type { PoolCount } from '@shared/contract/pool-hits';
import { peoplesCopies } from '@shared/contract/pool-of';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { useEffect, useRef, useState } from 'react';

/** What one application's copy says. `locked`: nobody has given its passphrase here. */
type Counted =
  | { readonly kind: 'counted'; readonly count: PoolCount }
  | { readonly kind: 'locked' | 'failed'; readonly failure: Failure | null };

export interface PoolCounts {
  /** By application; who is not in it was not asked yet. */
  readonly counted: ReadonlyMap<string, Counted>;
  /** Applications that have a copy, all of which are asked. */
  readonly copies: readonly string[];
  /** Applications without one: they are not counted. */
  readonly without: readonly string[];
  /** Asks those under a passphrase too. */
  readonly unlock: (passphrase: string) => void;
}

/**
 * Whom a setting meets in chosen applications of the open platform, counted in their copies, one pool after the other; what was counted stays
 * while others are chosen. Nobody waits for it, and it ends with the part of the screen that asks.
 */
export function usePoolCounts(path: string, applicationIds: readonly string[]): PoolCounts {
  const platform = useWorkspace();
  const workspaces = useSession((session) => session.workspaces);
  const [counts, setCounts] = useState<ReadonlyMap<string, Counted>>(new Map());
  const [passphrase, setPassphrase] = useState<string>();
  const kept = useRef(counts);
  const copyOf = new Map<string, WorkspaceInfo>();
  // Of several the newest counts.
  const own = workspaces.filter(({ platform: of }) => of?.workspaceId === platform?.id);
  for (const each of peoplesCopies(own, (info) => info))
    if (each.platform) copyOf.set(each.platform.applicationId, each);
  const asked = applicationIds.filter((id) => copyOf.has(id));
  const wanted = JSON.stringify(asked.map((id) => [id, copyOf.get(id)?.id, copyOf.get(id)?.protection]));
  useEffect(() => {
    let ended = false;
    const put = (key: string, value: Counted): void => {
      kept.current = new Map(kept.current).set(key, value);
      setCounts(kept.current);
    };
    const askAll = async (): Promise<void> => {
      for (const [applicationId, id, protection] of JSON.parse(wanted) as [
        string,
        WorkspaceInfo['id'],
        string,
      ][]) {
        if (ended) return;
        const key = `${path} ${applicationId}`;
        const before = kept.current.get(key);
        if (before?.kind === 'counted' || (before && passphrase === undefined)) continue;
        if (protection === 'passphrase' && passphrase === undefined) {
          put(key, { kind: 'locked', failure: null });
          continue;
        }
        const secret = protection === 'passphrase' ? { passphrase } : {};
        const answer = await shell.call('countPool', { id, path, ...secret });
        if (ended) return;
        if (answer.ok) put(key, { kind: 'counted', count: answer.value });
        else
          put(key, {
            kind: answer.error.code === 'wrong-passphrase' ? 'locked' : 'failed',
            failure: answer.error,
          });
      }
    };
    void askAll();
    return () => {
      ended = true;
    };
  }, [path, wanted, passphrase]);
  return {
    counted: new Map(
      asked.flatMap((id) => {
        const count = counts.get(`${path} ${id}`);
        return count === undefined ? [] : [[id, count] as const];
      }),
    ),
    copies: asked,
    without: applicationIds.filter((id) => !copyOf.has(id)),
    unlock: setPassphrase,
  };
}
