import type { Failure, Result } from '@shared/contract/failure';
import type { FeedInputOf, FeedName, FeedOutputOf } from '@shared/contract/feeds';
import { useCallback, useEffect, useState } from 'react';
import { engine } from './engine';

/** The latest value of a feed. Both are undefined while the first value is on its way. */
export interface FeedState<T> {
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
}

interface Keyed<T> extends FeedState<T> {
  readonly key: string;
}

/**
 * Subscribes to a feed for as long as the component is mounted; `null` as input means: not now.
 * With `keep`, the value of the last input stays until the first value of the new one (a table that changes its filter).
 */
export function useFeed<F extends FeedName>(
  feed: F,
  input: FeedInputOf<F> | null,
  options: { readonly keep?: boolean } = {},
): FeedState<FeedOutputOf<F>> {
  const key = input === null ? '' : JSON.stringify(input);
  const begin = useCallback(
    (asked: string, take: (result: Result<FeedOutputOf<F>>) => void) =>
      engine.subscribe(feed, JSON.parse(asked) as FeedInputOf<F>, take),
    [feed],
  );
  return useLive(key, begin, options);
}

/** The latest value of what `begin` subscribes to by a key, '' for: not now. It returns the unsubscriber, and is the same at every call. */
export function useLive<T>(
  key: string,
  begin: (key: string, take: (result: Result<T>) => void) => () => void,
  options: { readonly keep?: boolean } = {},
): FeedState<T> {
  const [state, setState] = useState<Keyed<T>>({ key, value: undefined, failure: undefined });
  useEffect(() => {
    if (key === '') return;
    return begin(key, (result) =>
      setState((last) =>
        result.ok
          ? { key, value: result.value, failure: undefined }
          : { key, value: last.key === key ? last.value : undefined, failure: result.error },
      ),
    );
  }, [begin, key]);
  if (state.key === key || (options.keep && key !== '')) return state;
  return { value: undefined, failure: undefined };
}
