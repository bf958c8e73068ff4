import { parseSorts, sortQuery } from '@renderer/screens/shared/sort-param';
import { type FilterOption, optionsOf } from '@renderer/ui/controls/filter-option';
import type { Sort } from '@renderer/ui/list/virtual-table/column';
import type { Condition, Filter, PageRequest } from '@shared/contract/page';
import type { CapabilityName } from '@shared/domain/capabilities';
import { t } from '@shared/language/t';

export type Params = Readonly<Record<string, string>>;

/** A filter of a table: a menu in its toolbar, a parameter of the route, conditions of its query. */
export interface RecordFilter {
  readonly param: string;
  /** What the menu is called. */
  readonly label: string;
  /** Beside "All". */
  readonly options: readonly FilterOption[];
  /** What stands for no choice; `All` unless it says otherwise. */
  readonly none?: string;
  readonly where: (value: string) => readonly Condition[];
  /** Field whose values are counted beside the options. */
  readonly counted?: string;
  /** What must be copied for it to be true; without, it is grey, and says why. */
  readonly needs?: readonly CapabilityName[];
  /** Set for what changes the columns only, and leaves no row out. */
  readonly keepsRows?: true;
}

/** What narrows a table beside its filters: the page it stands on, or a place of the window that led here. */
export interface Scope {
  readonly where: readonly Filter[];
  /** Parameters of the route that it comes from: "Clear filters" takes them away too. */
  readonly params?: readonly string[];
}

export const noScope: Scope = { where: [] };

/** An equality condition, or none for an empty value. */
export function equals(field: string, value: string | undefined): readonly Filter[] {
  return value ? [{ field, op: 'eq', value }] : [];
}

interface FieldFilter extends Pick<RecordFilter, 'label' | 'options'> {
  readonly field: string;
  readonly counted?: true;
}

/** A filter by the value of a field, whose name is its parameter's too. */
export const fieldFilter = ({ field, label, options, counted }: FieldFilter): RecordFilter => ({
  param: field,
  label,
  options,
  where: (value) => equals(field, value),
  ...(counted && { counted: field }),
});

/** The filter by a row's state, the same on every table. */
export const stateFilter = fieldFilter({
  field: 'state',
  label: t('State'),
  options: optionsOf({
    pending: t('Staged'),
    conflict: t('In conflict'),
    refused: t('Refused'),
    gone: t('Gone on the service'),
  }),
});

interface Asked {
  /** What the route asks for beside the filters of the screen (`where`). */
  readonly conditions: readonly Condition[];
  readonly filters: readonly RecordFilter[];
  readonly scope: Scope;
  readonly sort: Sort;
}

/** The page query that a route asks for: every filter by its parameter, `text` and `sort`. */
export function recordQuery(
  { filters, scope, sort, conditions }: Asked,
  params: Params,
): Omit<PageRequest, 'entity'> {
  const chosen = filters.flatMap(({ param, where }) => {
    const value = params[param];
    return value ? where(value) : [];
  });
  return {
    where: [...scope.where, ...chosen, ...conditions],
    text: params.text ?? '',
    ...sortQuery(parseSorts(params.sort, sort)),
  };
}

/** Parameters of the route that leave rows out. */
export function narrowing(filters: readonly RecordFilter[], scope: Scope): readonly string[] {
  const own = filters.filter(({ keepsRows }) => !keepsRows).map(({ param }) => param);
  return [...own, ...(scope.params ?? []), 'text', 'where'];
}
