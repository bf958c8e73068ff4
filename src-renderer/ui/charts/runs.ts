import { dayOf } from '@shared/domain/utc-day';
/** A figure as of a moment, ms. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** Points of days (UTC) that follow each other: between two runs nobody looked, and nothing is drawn. Oldest first. Pure. */
export function runsOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [];
  let last = Number.NaN;
  for (const point of points) {
    const run = runs.at(-1);
    if (run !== undefined && dayOf(point.at) - last <= 1) run.push(point);
    else runs.push([point]);
    last = dayOf(point.at);
  }
  return runs;
}
