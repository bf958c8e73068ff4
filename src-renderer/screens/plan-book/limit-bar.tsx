import { LevelBar } from '@renderer/ui/marks/level-bar';
import type { LimitRow } from '@shared/domain/limits/customer';
import classes from './limit-bar.module.css';
import { usageText, whyText } from './limit-text';

/** How much of a limit is used, in figures and as a bar; where it comes from is said on hover and to screen readers. */
export function LimitBar({ row, wide = false }: { readonly row: LimitRow; readonly wide?: boolean }) {
  const { atLeast, value, level, source } = row;
  const share = typeof value === 'number' ? Math.min(1, atLeast / Math.max(value, 1)) : 0;
  const why = whyText(row);
  return (
    <span className={classes.limit} title={why}>
      <span className={classes.shown} aria-hidden>
        <span className={classes.figures} data-source={source}>
          {usageText(row)}
        </span>
        <LevelBar level={level} share={share} wide={wide} />
      </span>
      <span className="visually-hidden">{why}</span>
    </span>
  );
}
