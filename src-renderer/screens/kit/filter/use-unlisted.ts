import { useFacets } from '@renderer/bridge/use-facets';
import { isOpenChoice, isUnlisted } from '@renderer/fields/unlisted';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { FilterOption } from '@renderer/ui/controls/filter-option';
import type { EntityName } from '@shared/domain/entity';

/** Words of a choice that rows hold and no list here has, as they came: a filter offers them beside those that are known. */
export function useUnlisted(entity: EntityName, path: string): readonly FilterOption[] {
  const facets = useFacets({ entity }, isOpenChoice(entity, path) ? path : '', useDataVersion());
  return facets.flatMap(({ value, count }) =>
    isUnlisted(entity, path, value) ? [{ value: String(value), label: String(value), count }] : [],
  );
}
