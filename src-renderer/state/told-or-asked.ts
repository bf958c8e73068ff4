import type { Result } from '@shared/contract/failure';

/** A value that is told as it changes, and can be asked for. */
export interface ToldOrAsked<T> {
  /** What was told counts at once. */
  tell(value: T): void;
  /** Begins to ask. Its answer counts unless something was told meanwhile: that is as new as the answer, or newer. */
  asking(): (answer: Result<T>) => void;
}

/** `take` gets what counts. */
export function toldOrAsked<T>(take: (value: T) => void): ToldOrAsked<T> {
  let times = 0;
  return {
    tell(value) {
      times += 1;
      take(value);
    },
    asking() {
      const before = times;
      return (answer) => {
        if (answer.ok && times === before) take(answer.value);
      };
    },
  };
}
