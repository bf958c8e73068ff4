import { type Result, success } from '@shared/contract/failure';
import type { JsonValue } from '@shared/domain/json';
import { asFailure } from './as-failure';

/** Shortest time between two values of one feed, ms: a table under a running sync repaints ten times a second, no more. */
const restMs = 100;

export interface FeedSource {
  read(): Promise<JsonValue>;
  /** Calls back whenever `read` may give another value. */
  watch(changed: () => void): () => void;
}

/**
 * Sends a source's value now and after each change: the first change after a rest at once (an edit is on screen within
 * a frame or two), further ones together when the rest is over. Equal values are not sent again.
 */
export function liveFeed(source: FeedSource, listener: (value: Result<unknown>) => void): () => void {
  let sent = '';
  let reading = false;
  let dirty = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const emit = async (): Promise<void> => {
    if (reading || timer !== undefined) {
      dirty = true;
      return;
    }
    reading = true;
    dirty = false;
    try {
      const value = await source.read();
      const text = JSON.stringify(value);
      if (!ended && text !== sent) {
        sent = text;
        listener(success(value));
      }
    } catch (error) {
      if (!ended) listener(asFailure(error));
    }
    reading = false;
    if (ended) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (dirty) void emit();
    }, restMs);
  };

  const unwatch = source.watch(() => void emit());
  void emit();
  return () => {
    ended = true;
    unwatch();
    clearTimeout(timer);
  };
}
