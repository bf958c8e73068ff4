import { Button } from '@mantine/core';
import { mostChosen, type Selection } from '@renderer/ui/list/virtual-table/use-selection';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import classes from './selection-bar.module.css';

interface SelectionBarProps {
  readonly count: number;
  /** Rows that match; offers to select them all. */
  readonly total: number;
  readonly busy?: boolean;
  readonly onAll: () => void;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** Above the table while rows are selected: how many, and what can be done with them at once. */
export function SelectionBar({ count, total, busy = false, onAll, onClear, children }: SelectionBarProps) {
  const all = Math.min(total, mostChosen);
  return (
    <section className={classes.bar} aria-label={t('Selection')}>
      <strong className={classes.count} role="status">
        {t('{count, number} selected', { count })}
      </strong>
      {children}
      {count < all && (
        <Button variant="subtle" loading={busy} onClick={onAll}>
          {all < total
            ? t('Select the first {all, number}', { all })
            : t('Select all {all, number}', { all })}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={onClear}>
        {t('Clear')}
      </Button>
    </section>
  );
}

/** The bar of a table's selection; `total` rows match its query. */
export function barOf<T>({ rows, busy, chooseAll, clear }: Selection<T>, total: number | undefined) {
  return { count: rows.size, total: total ?? 0, busy, onAll: () => chooseAll(total ?? 0), onClear: clear };
}
