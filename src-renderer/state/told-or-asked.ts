import type { Result } from '@shared/contract/failure';

/** A value that is told as it changes, and can be asked for. */
export interface ToldOrAsked<T> {
  /** What was told counts at once. */
  tell(value: T): void;
  /** Begins to ask. Its answer counts unless something was told meanwhile, or asked later and answered before: that is as new as it, or newer. */
  asking(): (answer: Result<T>) => void;
}

/** `take` gets what counts. */
export function toldOrAsked<T>(take: (value: T) => void): ToldOrAsked<T> {
  let begun = 0;
  let newest = 0;
  const takeAs = (one: number, value: T): void => {
    newest = one;
    take(value);
  };
  return {
    tell(value) {
      begun += 1;
      takeAs(begun, value);
    },
    asking() {
      begun += 1;
      const one = begun;
      return (answer) => {
        if (answer.ok && one > newest) takeAs(one, answer.value);
      };
    },
  };
}
