import { useLeftOuts } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import type { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import { useMemo } from 'react';

/** What the figures beside a row are counted from. */
const countedFrom: Readonly<Record<string, readonly EntityName[]>> = {
  admins: ['membership', 'role'],
  members: ['membership'],
  organizations: ['membership'],
  invited: ['invitation'],
};

export type KnownExtras = (extras: JsonObject) => JsonObject;

const all: KnownExtras = (extras) => extras;

/** Leaves out the figures that nobody knows: 0 of what was never listed is not none. The same function while nothing changes. */
export function useKnownExtras(): KnownExtras {
  const leftOuts = useLeftOuts();
  const counts = useStatus()?.counts;
  const unlisted = [...leftOuts.values()]
    .filter(({ entity, failure }) => failure !== null && counts?.[entity] === 0)
    .map(({ entity }) => entity);
  const key = unlisted.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what is unlisted
  return useMemo(() => {
    if (key === '') return all;
    const unknown = Object.keys(countedFrom).filter((name) =>
      countedFrom[name]?.some((entity) => unlisted.includes(entity)),
    );
    return (extras) => Object.fromEntries(Object.entries(extras).filter(([name]) => !unknown.includes(name)));
  }, [key]);
}
