import { engine } from '@renderer/bridge/engine';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { Holder, HolderPage } from '@shared/contract/access';
import type { Failure } from '@shared/contract/failure';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccessParams } from './access-params';

interface Holders {
  /** Undefined before the first page. */
  readonly holders: readonly Holder[] | undefined;
  readonly total: number;
  /** Reads the next page; null where there is none. */
  readonly more: (() => void) | null;
  readonly failure: Failure | undefined;
}

interface Read {
  readonly pages: readonly HolderPage[];
  readonly failure?: Failure;
}

const pageSize = 100;

/** Who holds what is asked for, page by page; from the first again when the question or the data changes. */
export function useHolders({ permission, role, org, when }: AccessParams): Holders {
  const version = useDataVersion();
  const asked = JSON.stringify({
    ...(permission !== '' && { permissionKey: permission }),
    ...(role !== '' && { roleKey: role }),
    ...(org !== '' && { organizationId: org }),
    blocked: true,
    when,
    limit: pageSize,
  });
  const [read, setRead] = useState<Read>();
  const turn = useRef(0);
  const load = useCallback(
    async (cursor: string): Promise<void> => {
      turn.current += 1;
      const own = turn.current;
      const result = await engine.call('whoCan', { ...JSON.parse(asked), cursor });
      // Another question was asked meanwhile.
      if (own !== turn.current) return;
      setRead((before) => {
        const pages = cursor === '' ? [] : (before?.pages ?? []);
        return result.ok ? { pages: [...pages, result.value] } : { pages, failure: result.error };
      });
    },
    [asked],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => void load(''), [load, version]);
  const last = read?.pages.at(-1);
  const next = last?.next ?? null;
  return {
    holders: read?.pages.flatMap(({ holders }) => holders),
    total: last?.total ?? 0,
    more: next === null ? null : () => void load(next),
    failure: read?.failure,
  };
}
