import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { setParams } from '@renderer/state/use-route';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import type { SeatsLevel } from '@renderer/ui/marks/seats-level';

interface LimitsSummaryProps {
  readonly figures: readonly OrganizationFigures[] | undefined;
}

const levels: readonly (readonly [level: SeatsLevel, label: string])[] = [
  ['over', 'Over the limit'],
  ['full', 'Full'],
  ['near', 'Nearly full'],
  ['free', 'With free seats'],
  ['unlimited', 'Unlimited'],
];

/** How many organizations are at each level; a click narrows the table to it. */
export function LimitsSummary({ figures }: LimitsSummaryProps) {
  return (
    <StatRow label="Organizations by seat level">
      {levels.map(([level, label]) => (
        <Stat
          key={level}
          label={label}
          value={figures?.filter((row) => row.level === level).length}
          onClick={() => setParams({ level })}
        />
      ))}
    </StatRow>
  );
}
