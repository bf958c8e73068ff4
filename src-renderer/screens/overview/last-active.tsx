import { Skeleton } from '@mantine/core';
import { useCounts } from '@renderer/bridge/use-counts';
import { activeWithin, activities } from '@renderer/screens/people/activity';
import { go } from '@renderer/state/use-route';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import { useNow } from '@renderer/ui/marks/use-now';

/** People by when they were last active; a bar leads to them. */
export function LastActive({ version }: { readonly version: string }) {
  const now = useNow(3_600_000);
  const counts = useCounts(
    activities.map(({ value }) => ({ entity: 'user', where: [...activeWithin(value, now)] })),
    version,
  );
  const known = counts.length > 0;
  const bars = activities.map(({ value, label }, place) => ({ id: value, label, value: counts[place] ?? 0 }));
  return (
    <Panel title="People by last activity">
      {!known && <Skeleton height={8} width="70%" mt={10} />}
      {known && (
        <BarList
          label="People by last activity"
          bars={bars}
          onOpen={(active) => go('people', { params: { active } })}
        />
      )}
    </Panel>
  );
}
