import { useFacets } from '@renderer/bridge/use-facets';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { go } from '@renderer/state/use-route';
import { BarList } from '@renderer/ui/bar-list';
import { Panel } from '@renderer/ui/panel';

/** How many memberships have each role; a bar leads to them. */
export function RoleDistribution({ version }: { readonly version: string }) {
  const { names } = useRoles();
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
      <BarList
        label="Memberships by role"
        bars={bars}
        onOpen={(role) => go('memberships', { params: { role } })}
      />
    </Panel>
  );
}
