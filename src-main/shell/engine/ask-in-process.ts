import type { Result } from '@shared/contract/failure';
import type { ChildProcessHandle } from '../child-process-handle';
import { FromEngineProcess, type ToEngineProcess } from './engine-messages';

export type ForkEngine = () => ChildProcessHandle<ToEngineProcess>;

/** Has one thing done by an engine process of its own, which ends with its answer. */
export function askInProcess<T>(
  fork: ForkEngine,
  question: ToEngineProcess,
  /** The answer among its messages; undefined for any other. */
  answerOf: (message: FromEngineProcess) => Result<T> | undefined,
  /** When it ended without one. */
  died: () => Result<never>,
  /** Ends it without one. */
  signal?: AbortSignal,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(died());
    const child = fork();
    child.onMessage((raw) => {
      const message = FromEngineProcess.safeParse(raw);
      const answer = message.success ? answerOf(message.data) : undefined;
      if (answer === undefined) return;
      resolve(answer);
      child.kill();
    });
    child.onExit(() => resolve(died()));
    signal?.addEventListener('abort', () => child.kill());
    child.postMessage(question);
  });
}
