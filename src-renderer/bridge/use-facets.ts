import type { Facet, PageRequest } from '@shared/contract/page';
import { useEffect, useState } from 'react';
import { engine } from './engine';

/** How many rows of a query hold each value of a field; asked again whenever `version` changes. '' for a field: of none. */
export function useFacets(query: PageRequest, field: string, version: string): readonly Facet[] {
  const key = JSON.stringify(query);
  const [facets, setFacets] = useState<readonly Facet[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    if (field === '') return;
    let ended = false;
    void engine.call('facets', { query: JSON.parse(key) as PageRequest, field }).then((result) => {
      if (!ended && result.ok) setFacets(result.value);
    });
    return () => {
      ended = true;
    };
  }, [key, field, version]);
  return facets;
}
