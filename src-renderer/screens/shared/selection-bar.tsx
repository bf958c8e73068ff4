import { Button } from '@mantine/core';
import { formatCount } from '@renderer/ui/format-count';
import type { ReactNode } from 'react';
import classes from './selection-bar.module.css';

interface SelectionBarProps {
  readonly count: number;
  /** Rows that match; offers to select them all. */
  readonly total: number;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** Under the table while rows are selected: how many, and what can be done with them at once. */
export function SelectionBar({ count, total, onAll, onClear, children }: SelectionBarProps) {
  return (
    <section className={classes.bar} aria-label="Selection">
      <strong className={classes.count} role="status">
        {formatCount(count)} selected
      </strong>
      {children}
      {count < total && (
        <Button variant="subtle" onClick={onAll}>
          Select all {formatCount(total)}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
