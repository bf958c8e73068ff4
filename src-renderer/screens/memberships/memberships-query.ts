import { parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { equals } from '@renderer/screens/shared/state-filter';
import type { Sort } from '@renderer/ui/virtual-table/column';
import type { PageRequest } from '@shared/contract/page';

export const defaultSort: Sort = { field: 'userName', direction: 'asc' };

/** The page query of the route's filters: `role` (a key), `org` (an id), `state`, `text`, `sort`. */
export function membershipsQuery(params: Readonly<Record<string, string>>): Omit<PageRequest, 'entity'> {
  const { role, org, state, text = '' } = params;
  return {
    where: [...equals('organizationId', org), ...equals('role', role), ...equals('state', state)],
    text,
    ...sortQuery(parseSorts(params.sort, defaultSort)),
  };
}
