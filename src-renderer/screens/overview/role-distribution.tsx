import { Skeleton } from '@mantine/core';
import { useFacets } from '@renderer/bridge/use-facets';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';

/** How many memberships have each role; a bar leads to them. */
export function RoleDistribution({ version }: { readonly version: string }) {
  const { names } = useRoles();
  const memberships = useStatus()?.counts.membership;
  const facets = useFacets({ entity: 'membership' }, 'role', version);
  const bars = facets
    .map(({ value, count }) => ({
      id: String(value),
      label: names.get(String(value)) ?? String(value),
      value: count,
    }))
    .sort((a, b) => b.value - a.value);
  return (
    <Panel title="Memberships by role">
      {bars.length === 0 &&
        (memberships === 0 ? (
          <NoneOf entity="membership">No memberships yet.</NoneOf>
        ) : (
          <Skeleton height={8} width="70%" mt={10} />
        ))}
      <BarList
        label="Memberships by role"
        bars={bars}
        onOpen={(role) => go('memberships', { params: { role } })}
      />
    </Panel>
  );
}
