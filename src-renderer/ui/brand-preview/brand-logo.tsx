import { initials } from '../initials';
import type { BrandLook } from './brand-look';
import classes from './brand-preview.module.css';

/** The logo as a visitor sees it; initials on the primary colour where there is none to show. */
export function BrandLogo({ look }: { readonly look: BrandLook }) {
  if (look.logo !== '') return <img className={classes.logo} src={look.logo} alt="" />;
  return <span className={classes.monogram}>{initials(look.name)}</span>;
}
