import { useFacets } from '@renderer/bridge/use-facets';
import { useKnownCount } from '@renderer/state/none-known';
import { useScopedCounts } from '@renderer/state/scoped-counts';
import { useDataVersion } from '@renderer/state/use-data-version';
import { setParams } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import type { Params } from './record-filter';

/** How many records have a value of a field that is counted as rows are written, and the parameters that narrow a screen to them. */
export interface FacetFigure {
  readonly label: string;
  readonly field: string;
  readonly value: JsonValue;
  readonly params: Params;
}

interface FacetStatsProps {
  readonly entity: EntityName;
  readonly label: string;
  readonly figures: readonly FacetFigure[];
}

/** Counts above a table, whatever the size of it; a click narrows the table to what is counted. */
export function FacetStats({ entity, label, figures }: FacetStatsProps) {
  return (
    <StatRow label={label}>
      {figures.map((figure) => (
        <FacetStat key={figure.label} entity={entity} {...figure} />
      ))}
    </StatRow>
  );
}

function FacetStat({ entity, label, field, value, params }: FacetFigure & { readonly entity: EntityName }) {
  const none = useKnownCount()(entity, useScopedCounts([entity])(entity)) === 0;
  const facets = useFacets({ entity, ...useScoped() }, field, useDataVersion());
  const known = none || facets.length > 0;
  const count = facets.find((facet) => facet.value === value)?.count ?? 0;
  return <Stat label={label} value={known ? count : undefined} onClick={() => setParams(params)} />;
}
