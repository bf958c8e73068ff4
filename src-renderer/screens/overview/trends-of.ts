import type { Point } from '@renderer/ui/charts/runs';
import type { FigureDay } from '@shared/contract/overview';
import { EntityName } from '@shared/domain/entity';

/** Days that are drawn; the table behind has them as well. */
const drawn = 90;

/** The figures of each entity of which there ever was one, oldest first; days on which it was not are left out. Pure. */
export function trendsOf(
  days: readonly FigureDay[],
): readonly { readonly entity: EntityName; readonly points: readonly Point[] }[] {
  return EntityName.options
    .map((entity) => ({
      entity,
      points: days.slice(-drawn).flatMap(({ at, counts }): Point[] => {
        const value = counts[entity];
        return value === undefined ? [] : [{ at, value }];
      }),
    }))
    .filter(({ points }) => points.some(({ value }) => value > 0));
}
