/** Every picture is taken in each. */
export const schemes = ['light', 'dark'] as const;

export interface Picture {
  readonly title: string;
  /** File name without scheme and ending. */
  readonly name: string;
}
