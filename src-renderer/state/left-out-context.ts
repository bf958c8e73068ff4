import type { Failure } from '@shared/contract/failure';
import type { EngineStatus } from '@shared/contract/status';
import type { EntityName } from '@shared/domain/entity';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { type LeftOuts, leftOutsAfter, nothingLeftOut, type Unread } from './left-out';
import { useStatus } from './status-context';

interface Known {
  readonly leftOuts: LeftOuts;
  /** Records that could not be read, by id. */
  readonly unread: ReadonlyMap<string, Unread>;
}

const LeftOutContext = createContext<Known>({ leftOuts: nothingLeftOut, unread: new Map() });

/** What the copy lacks, held once for the whole window by `app/frame.tsx`. */
export const LeftOutProvider = LeftOutContext.Provider;

/** Follows the engine's status; the same object while nothing changes, so that rows are not drawn anew for it. */
export function useKnownLeftOut(status: EngineStatus | undefined): Known {
  const [leftOuts, setLeftOuts] = useState(nothingLeftOut);
  const collections = status?.collections;
  useEffect(() => {
    if (collections) setLeftOuts((last) => leftOutsAfter(last, collections));
  }, [collections]);
  return useMemo(() => {
    const records = [...leftOuts.values()].flatMap(({ unread }) => unread);
    return { leftOuts, unread: new Map(records.map((record) => [record.id, record])) };
  }, [leftOuts]);
}

export function useLeftOuts(): LeftOuts {
  return useContext(LeftOutContext).leftOuts;
}

/** Where and why a record could not be read at the last sync; undefined for one that was. */
export function useUnread(id: string): Unread | undefined {
  return useContext(LeftOutContext).unread.get(id);
}

/** Why nothing is known of a collection: its list is refused, and no record was ever copied. Null where something is. */
export function useUnlisted(entity: EntityName): Failure | null {
  const { leftOuts } = useContext(LeftOutContext);
  const count = useStatus()?.counts[entity];
  return count === 0 ? (leftOuts.get(entity)?.failure ?? null) : null;
}
