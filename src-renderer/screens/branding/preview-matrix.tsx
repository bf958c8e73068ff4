import { type BrandLook, darkLook } from '@renderer/ui/brand/brand-look';
import { BrandPreview, type PreviewDevice, type PreviewKind } from '@renderer/ui/brand/brand-preview';
import { t } from '@shared/language/t';
import classes from './preview-matrix.module.css';

/** Every page that a person meets. */
export const previewKinds: readonly (readonly [kind: PreviewKind, title: string])[] = [
  ['sign-in', t('Sign-in')],
  ['sign-up', t('Sign-up')],
  ['second-factor', t('Second factor')],
  ['email', t('Email')],
  ['sms', 'SMS'],
];

const columns: readonly (readonly [title: string, device: PreviewDevice, dark: boolean])[] = [
  [t('Desktop, light'), 'desktop', false],
  [t('Desktop, dark'), 'desktop', true],
  [t('Phone, light'), 'phone', false],
  [t('Phone, dark'), 'phone', true],
];

interface PreviewCellsProps {
  readonly look: BrandLook;
  readonly kind: PreviewKind;
  /** Smaller, and without names under them: where many stand together. */
  readonly small?: boolean;
}

/** One page light and dark, on a desktop and on a phone. */
export function PreviewCells({ look, kind, small = false }: PreviewCellsProps) {
  const dark = darkLook(look);
  return (
    <div className={classes.cells} data-small={small || undefined}>
      {columns.map(([name, device, isDark]) => (
        <figure key={name} className={classes.cell} data-device={device}>
          <div className={classes.shrunk}>
            <BrandPreview look={isDark ? dark : look} kind={kind} device={device} />
          </div>
          {!small && <figcaption className={classes.caption}>{name}</figcaption>}
        </figure>
      ))}
    </div>
  );
}

/** Every page that a person meets, light and dark, on a desktop and on a phone, at one glance. */
export function PreviewMatrix({ look }: { readonly look: BrandLook }) {
  return (
    <div className={classes.matrix}>
      {previewKinds.map(([kind, title]) => (
        <section key={kind} aria-label={title}>
          <h3 className={classes.title}>{title}</h3>
          <PreviewCells look={look} kind={kind} />
        </section>
      ))}
    </div>
  );
}
