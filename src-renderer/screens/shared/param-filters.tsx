import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import type { FilterOption } from '@renderer/ui/controls/filter-option';
import { SearchField } from '@renderer/ui/controls/search-field';

type Params = Readonly<Record<string, string>>;

interface SearchParamProps {
  readonly label: string;
  readonly params: Params;
}

/** The text that a screen is filtered by, kept in its route. */
export function SearchParam({ label, params }: SearchParamProps) {
  return <SearchField label={label} value={params.text ?? ''} onChange={(text) => setParams({ text })} />;
}

interface FilterParamProps {
  readonly label: string;
  /** Of the route. */
  readonly param: string;
  readonly params: Params;
  readonly options: readonly FilterOption[];
}

/** One choice that a screen is filtered by, kept in its route. */
export function FilterParam({ label, param, params, options }: FilterParamProps) {
  return (
    <FilterMenu
      label={label}
      value={params[param] ?? ''}
      options={options}
      onChange={(value) => setParams({ [param]: value })}
    />
  );
}
