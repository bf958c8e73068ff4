/** One choice of a filter. */
export interface FilterOption {
  /** '' stands for "all". */
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}

/** Choices by their values, in this order. */
export const optionsOf = (words: Readonly<Record<string, string>>): readonly FilterOption[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
