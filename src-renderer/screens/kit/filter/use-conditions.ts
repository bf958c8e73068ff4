import { useRoles } from '@renderer/screens/shared/use-roles';
import type { EntityName } from '@shared/domain/entity';
import type { Condition } from '@shared/domain/filter/condition';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { useMemo } from 'react';
import { type FilterField, filterFields } from './filter-fields';

/** What a table is filtered by beside the menus of its screen. */
export interface Conditions {
  /** Fields that can be asked for. */
  readonly fields: readonly FilterField[];
  readonly where: readonly Condition[];
  /** Why the text is no filter: then nothing is filtered by it. */
  readonly fault: string | null;
}

/** The conditions that a text of the route stands for. */
export function useConditions(entity: EntityName, text: string): Conditions {
  const { roles } = useRoles();
  const fields = useMemo(() => filterFields(entity, roles), [entity, roles]);
  return useMemo(() => {
    const parsed = parseFilter(entity, text);
    return parsed.ok
      ? { fields, where: parsed.value, fault: null }
      : { fields, where: [], fault: `${parsed.error.message} ${parsed.error.next}` };
  }, [entity, text, fields]);
}

/** The conditions of a text; none of one that is no filter. */
export function conditionsIn(entity: EntityName, text = ''): readonly Condition[] {
  const parsed = parseFilter(entity, text);
  return parsed.ok ? parsed.value : [];
}
