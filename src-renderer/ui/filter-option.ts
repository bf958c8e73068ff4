/** One choice of a filter. */
export interface FilterOption {
  /** '' stands for "all". */
  readonly value: string;
  readonly label: string;
  readonly count?: number;
}
