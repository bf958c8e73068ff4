interface Aged {
  readonly id: string;
  /** ms since 1970. */
  readonly createdAt: number;
}

/** Oldest first; of two of one moment the id decides, so that the newest is the same one in whatever order they were read. */
export const byAge = (a: Aged, b: Aged): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
