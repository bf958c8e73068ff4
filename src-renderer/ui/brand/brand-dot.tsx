import { parseHex } from '@shared/domain/figures/contrast';
import classes from './brand-dot.module.css';

/** The primary colour of an organization's branding as a dot, with its hex on hover; a dash when none is set. */
export function BrandDot({ color }: { readonly color: string }) {
  if (parseHex(color) === null) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.brand} title={color}>
      <span className={classes.dot} style={{ background: color }} aria-hidden />
      <span className="visually-hidden">{color}</span>
    </span>
  );
}
