import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';

/** Time that typing may rest before the rows are asked for, ms. */
const restMs = 90;

/** A query as one object for as long as its content is the same, and only after typing has rested. */
export function useQuery<Q extends object>(query: Q): Q {
  const [key] = useDebouncedValue(JSON.stringify(query), restMs);
  return useMemo(() => JSON.parse(key) as Q, [key]);
}
