import type { Failure } from '@shared/contract/failure';
import { type JsonValue, jsonEqual } from '@shared/domain/json';
import { useState } from 'react';

interface Ahead<T> {
  readonly value: T;
  /** False while the engine has not answered: until then, a record that shows the same value shows an older one. */
  readonly staged: boolean;
}

/**
 * A field's value with what was just chosen in its place, until the record shows that: the next edit builds on it, however soon it
 * comes. `stage` shows a value, has it staged by `send`, and takes it back where that is refused; `letGo` returns to the record's.
 */
export function useAhead<T extends JsonValue>(held: T) {
  const [ahead, setAhead] = useState<Ahead<T> | undefined>(undefined);
  // While rendering, not in an effect: what is chosen between a render and its effects would be taken for what the record shows.
  if (ahead?.staged && jsonEqual(ahead.value, held)) setAhead(undefined);
  const stage = async (value: T, send: () => Promise<Failure | null>): Promise<Failure | null> => {
    const mine: Ahead<T> = { value, staged: false };
    setAhead(mine);
    const rejected = await send();
    // What was chosen since then stays.
    setAhead((last) => (last !== mine ? last : rejected === null ? { value, staged: true } : undefined));
    return rejected;
  };
  return { shown: ahead === undefined ? held : ahead.value, stage, letGo: () => setAhead(undefined) };
}
