import type { BrandLook } from '@renderer/ui/brand-preview/brand-look';
import { ContrastBadge } from '@renderer/ui/contrast-badge';
import classes from './branding-form.module.css';

/** How a colour is read: text on the background, links on it, and the label on a button. */
export function ColorVerdict({ path, look }: { readonly path: string; readonly look: BrandLook }) {
  if (path === 'branding.textColor')
    return <Pair name="On background" foreground={look.text} background={look.background} />;
  if (path === 'branding.backgroundColor')
    return <Pair name="Under text" foreground={look.text} background={look.background} />;
  return (
    <>
      <Pair name="As link" foreground={look.primary} background={look.background} />
      <Pair name="Under its label" foreground={look.onPrimary} background={look.primary} />
    </>
  );
}

function Pair({
  name,
  foreground,
  background,
}: {
  readonly name: string;
  readonly foreground: string;
  readonly background: string;
}) {
  return (
    <span className={classes.pair}>
      {name}
      <ContrastBadge foreground={foreground} background={background} />
    </span>
  );
}
