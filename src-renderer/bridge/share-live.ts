import type { Result } from '@shared/contract/failure';

type Take<T> = (result: Result<T>) => void;
type Begin<T> = (key: string, take: Take<T>) => () => void;

/**
 * What `begin` subscribes to, once for all that ask by the same key at a time: who comes later is told the last value at once, and the
 * subscription ends with the last of them.
 */
export function shareLive<T>(begin: Begin<T>): Begin<T> {
  const open = new Map<string, { readonly takers: Set<Take<T>>; last?: Result<T>; stop: () => void }>();
  return (key, take) => {
    // Who asks twice hears twice, and leaves once.
    const taker: Take<T> = (result) => take(result);
    const known = open.get(key);
    const held = known ?? { takers: new Set(), stop: () => undefined };
    held.takers.add(taker);
    if (known?.last !== undefined) taker(known.last);
    if (known === undefined) {
      open.set(key, held);
      held.stop = begin(key, (result) => {
        held.last = result;
        for (const each of held.takers) each(result);
      });
    }
    return () => {
      if (!held.takers.delete(taker) || held.takers.size > 0) return;
      open.delete(key);
      held.stop();
    };
  };
}
