import type { Failure } from '@shared/contract/failure';
import type { FeedInputOf, FeedName, FeedOutputOf } from '@shared/contract/feeds';
import { useEffect, useState } from 'react';
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
  const [state, setState] = useState<Keyed<FeedOutputOf<F>>>({ key, value: undefined, failure: undefined });
  useEffect(() => {
    if (key === '') return;
    return engine.subscribe(feed, JSON.parse(key) as FeedInputOf<F>, (result) =>
      setState((last) =>
        result.ok
          ? { key, value: result.value, failure: undefined }
          : { key, value: last.key === key ? last.value : undefined, failure: result.error },
      ),
    );
  }, [feed, key]);
  if (state.key === key || (options.keep && key !== '')) return state;
  return { value: undefined, failure: undefined };
}
