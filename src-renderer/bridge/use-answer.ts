import type { InputOf, OperationName, OutputOf } from '@shared/contract/operations';
import { useEffect, useState } from 'react';
import { engine } from './engine';

/** The answer to a question, asked again whenever `version` changes; undefined before the first, the last one meanwhile. */
export function useAnswer<O extends OperationName>(
  operation: O,
  input: InputOf<O>,
  version: string,
): OutputOf<O> | undefined {
  const key = JSON.stringify(input);
  const [answer, setAnswer] = useState<OutputOf<O>>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to ask again
  useEffect(() => {
    let ended = false;
    void engine.call(operation, JSON.parse(key) as InputOf<O>).then((result) => {
      if (!ended && result.ok) setAnswer(() => result.value);
    });
    return () => {
      ended = true;
    };
  }, [operation, key, version]);
  return answer;
}
