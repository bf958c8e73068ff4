import { Button } from '@mantine/core';
import { useStatus } from '@renderer/state/status-context';
import { EmptyState } from '@renderer/ui/empty-state';
import { type LucideIcon, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';

interface TableEmptyProps {
  readonly icon: LucideIcon;
  /** `organizations`. */
  readonly many: string;
  /** What makes the first one, as a sentence. */
  readonly teach: string;
  readonly filtered: boolean;
  readonly onClearFilters: () => void;
  readonly action?: ReactNode;
}

/** Why a table has no rows: filtered away, not copied yet, or none there. */
export function TableEmpty({ icon, many, teach, filtered, onClearFilters, action }: TableEmptyProps) {
  const freshness = useStatus()?.freshness;
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        title={`No ${many} match`}
        text="Nothing here fits all filters and the text together."
        actions={<Button onClick={onClearFilters}>Clear filters</Button>}
      />
    );
  }
  if (!freshness || freshness.asOf === 0) {
    return (
      <EmptyState
        icon={icon}
        title={`No ${many} copied yet`}
        text="They appear here as the first sync brings them."
      />
    );
  }
  return <EmptyState icon={icon} title={`No ${many}`} text={teach} actions={action} />;
}
