import type { Failure, Result } from '@shared/contract/failure';
import { useState } from 'react';

export interface Sending {
  readonly busy: boolean;
  /** Of the last try; null while another one runs, and when it went well. */
  readonly failure: Failure | null;
  readonly send: <T>(ask: () => Promise<Result<T>>) => Promise<Result<T>>;
}

/** What a form asks of the shell, with its status. `before` is a failure to show until the first try. */
export function useSending(before: Failure | null = null): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(before);
  const send = async <T>(ask: () => Promise<Result<T>>): Promise<Result<T>> => {
    setBusy(true);
    setFailure(null);
    const result = await ask();
    setBusy(false);
    if (!result.ok) setFailure(result.error);
    return result;
  };
  return { busy, failure, send };
}
