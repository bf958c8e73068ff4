import { t } from '@shared/language/t';
import { initials } from '../format/initials';
import type { BrandLook } from './brand-look';
import classes from './brand-preview.module.css';

/** The logo as a visitor sees it, a place for one that is on the service only; without one, initials on the primary colour. */
export function BrandLogo({ look }: { readonly look: BrandLook }) {
  if (look.logo !== '') return <img className={classes.logo} src={look.logo} alt="" />;
  if (look.logoElsewhere) return <span className={classes.elsewhere}>{t('Logo')}</span>;
  return <span className={classes.monogram}>{initials(look.name)}</span>;
}
