import { useOrganizationFigures } from '@renderer/screens/shared/use-organization-figures';
import type { SeatsLevel } from '@renderer/ui/seats-level';
import { useMemo } from 'react';

const levels: Readonly<Record<string, readonly SeatsLevel[]>> = {
  full: ['full', 'over'],
  near: ['near'],
  free: ['free', 'near'],
};

/** Ids of the organizations at a chosen seat level. */
export function useSeatLevelIds(seats: string | undefined): readonly string[] {
  const { figures } = useOrganizationFigures();
  return useMemo(() => {
    const wanted = levels[seats ?? ''];
    if (!wanted || !figures) return [];
    return figures.filter(({ level }) => wanted.includes(level)).map(({ id }) => id);
  }, [figures, seats]);
}
