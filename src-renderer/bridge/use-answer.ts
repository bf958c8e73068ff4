import type { Failure } from '@shared/contract/failure';
import type { InputOf, OperationName, OutputOf } from '@shared/contract/operations';
import { useEffect, useState } from 'react';
import { engine } from './engine';

interface Answer<O extends OperationName> {
  /** Undefined before the first one. */
  readonly value: OutputOf<O> | undefined;
  /** False while it is the answer to the last question. */
  readonly fits: boolean;
  /** Why there is none to this question; the last answer stays. */
  readonly failure: Failure | undefined;
}

/** The answer to a question, asked again whenever `version` changes; the last one meanwhile, which it says. `null` asks nothing. */
export function useFittingAnswer<O extends OperationName>(
  operation: O,
  input: InputOf<O> | null,
  version: string,
): Answer<O> {
  const key = JSON.stringify(input);
  const asked = `${version} ${key}`;
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly value: OutputOf<O> }>();
  const [failed, setFailed] = useState<{ readonly asked: string; readonly failure: Failure }>();
  useEffect(() => {
    if (key === 'null') return;
    let ended = false;
    void engine.call(operation, JSON.parse(key) as InputOf<O>).then((result) => {
      if (ended) return;
      if (result.ok) setAnswer({ asked, value: result.value });
      else setFailed({ asked, failure: result.error });
    });
    return () => {
      ended = true;
    };
  }, [operation, key, asked]);
  const failure = failed?.asked === asked ? failed.failure : undefined;
  return { value: answer?.value, fits: answer?.asked === asked, failure };
}

/** The answer to a question, asked again whenever `version` changes; undefined before the first, the last one meanwhile. */
export const useAnswer = <O extends OperationName>(
  operation: O,
  input: InputOf<O>,
  version: string,
): OutputOf<O> | undefined => useFittingAnswer(operation, input, version).value;
