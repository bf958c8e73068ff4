import { SegmentedControl } from '@mantine/core';
import { setParams } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { SearchField } from '@renderer/ui/controls/search-field';
import { formatCount } from '@renderer/ui/format/format-count';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { kindOptions } from './branding-row';
import { brandingsLimit } from './use-brandings';

interface BrandingToolbarProps {
  readonly params: Readonly<Record<string, string>>;
  readonly count: number | undefined;
  /** False when only the first organizations were looked at. */
  readonly complete: boolean;
}

/** Filters, and gallery or table. */
export function BrandingToolbar({ params, count, complete }: BrandingToolbarProps) {
  return (
    <Toolbar
      label="Filters of branding"
      end={
        <>
          <span role="status">
            {count !== undefined && `${formatCount(count)} ${count === 1 ? 'organization' : 'organizations'}`}
            {!complete && ` of the first ${formatCount(brandingsLimit)}`}
          </span>
          <SegmentedControl
            size="xs"
            withItemsBorders={false}
            aria-label="Show as"
            data={[
              { value: 'gallery', label: 'Gallery' },
              { value: 'table', label: 'Table' },
            ]}
            value={params.view === 'table' ? 'table' : 'gallery'}
            onChange={(view) => setParams({ view: view === 'table' ? view : '' })}
          />
        </>
      }
    >
      <SearchField
        label="Filter branding"
        value={params.text ?? ''}
        onChange={(text) => setParams({ text })}
        width={200}
      />
      <FilterMenu
        label="Branding"
        value={params.kind ?? ''}
        options={kindOptions}
        onChange={(kind) => setParams({ kind })}
      />
    </Toolbar>
  );
}
