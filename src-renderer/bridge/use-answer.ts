import type { InputOf, OperationName, OutputOf } from '@shared/contract/operations';
import { useEffect, useState } from 'react';
import { engine } from './engine';

interface Answer<O extends OperationName> {
  /** Undefined before the first one. */
  readonly value: OutputOf<O> | undefined;
  /** False while it is the answer to the last question. */
  readonly fits: boolean;
}

/** The answer to a question, asked again whenever `version` changes; the last one meanwhile, which it says. */
export function useFittingAnswer<O extends OperationName>(
  operation: O,
  input: InputOf<O>,
  version: string,
): Answer<O> {
  const key = JSON.stringify(input);
  const asked = `${version} ${key}`;
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly value: OutputOf<O> }>();
  useEffect(() => {
    let ended = false;
    void engine.call(operation, JSON.parse(key) as InputOf<O>).then((result) => {
      if (!ended && result.ok) setAnswer({ asked, value: result.value });
    });
    return () => {
      ended = true;
    };
  }, [operation, key, asked]);
  return { value: answer?.value, fits: answer?.asked === asked };
}

/** The answer to a question, asked again whenever `version` changes; undefined before the first, the last one meanwhile. */
export const useAnswer = <O extends OperationName>(
  operation: O,
  input: InputOf<O>,
  version: string,
): OutputOf<O> | undefined => useFittingAnswer(operation, input, version).value;
