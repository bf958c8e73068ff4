import { type JsonValue, jsonEqual } from '@shared/domain/json';
import { useEffect, useState } from 'react';

/**
 * A field's value with what was just chosen in its place, until the record shows that: the next edit builds on it, however soon it
 * comes. The setter takes `undefined` for a choice that was refused.
 */
export function useAhead<T extends JsonValue>(
  held: T,
): readonly [shown: T, choose: (value: T | undefined) => void] {
  const [ahead, choose] = useState<T | undefined>(undefined);
  const caughtUp = ahead !== undefined && jsonEqual(ahead, held);
  useEffect(() => {
    if (caughtUp) choose(undefined);
  }, [caughtUp]);
  return [ahead === undefined ? held : ahead, choose];
}
