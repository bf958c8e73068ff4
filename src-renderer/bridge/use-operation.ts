import type { Failure, Result } from '@shared/contract/failure';
import type { InputOf, OperationName, OutputOf } from '@shared/contract/operations';
import { useCallback, useState } from 'react';
import { engine } from './engine';

export interface OperationState<O extends OperationName> {
  readonly run: (input: InputOf<O>) => Promise<Result<OutputOf<O>>>;
  readonly busy: boolean;
  /** Of the last run; undefined when it went well. */
  readonly failure: Failure | undefined;
}

/** An operation of the engine with its status, for a button that must show both. */
export function useOperation<O extends OperationName>(operation: O): OperationState<O> {
  const [running, setRunning] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const run = useCallback(
    async (input: InputOf<O>) => {
      setRunning((count) => count + 1);
      const result = await engine.call(operation, input);
      setRunning((count) => count - 1);
      setFailure(result.ok ? undefined : result.error);
      return result;
    },
    [operation],
  );
  return { run, busy: running > 0, failure };
}
