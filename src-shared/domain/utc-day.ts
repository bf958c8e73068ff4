/** A day, ms. */
export const dayMs = 86_400_000;

/** The number of a moment's day (ms since 1970): of UTC, so that it is the same wherever it is looked at. */
export const dayOf = (at: number): number => Math.floor(at / dayMs);
