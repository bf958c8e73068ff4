import { useLeftOuts } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import { besideOf, sourcesOf } from '@shared/domain/records/beside';
import { useMemo } from 'react';

/** The figures that are counted, and what from; values of other records say themselves that they are not known. */
const countedFrom = new Map(
  EntityName.options.flatMap((entity) =>
    Object.entries(besideOf(entity)).flatMap(([name, beside]) =>
      'count' in beside ? [[name, sourcesOf(beside)] as const] : [],
    ),
  ),
);

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
    const unknown = [...countedFrom.keys()].filter((name) =>
      countedFrom.get(name)?.some((entity) => unlisted.includes(entity)),
    );
    return (extras) => Object.fromEntries(Object.entries(extras).filter(([name]) => !unknown.includes(name)));
  }, [key]);
}
