import { setParams } from '@renderer/state/use-route';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import { type BrandingRow, isOfKind, kindOptions } from './branding-row';

/** How many organizations are of each kind; a click narrows the screen to it. */
export function BrandingSummary({ rows }: { readonly rows: readonly BrandingRow[] | undefined }) {
  return (
    <StatRow label="Organizations by branding">
      {kindOptions.flatMap(({ value, label }) =>
        value === ''
          ? []
          : [
              <Stat
                key={value}
                label={label}
                value={rows?.filter((row) => isOfKind(row, value)).length}
                onClick={() => setParams({ kind: value })}
              />,
            ],
      )}
    </StatRow>
  );
}
