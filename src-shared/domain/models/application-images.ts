import { t } from '../../language/t';
import type { Act } from '../kinds/act';
import { icon, image } from '../kinds/field';

/** An image of an application, as its address calls it (spec: `/platform/applications/{applicationID}/logo`, `…/favicon`). */
export type ImageUse = 'logo' | 'favicon';

const words = {
  logo: {
    says: t(
      'On every page of the application. The service never shows its logo: the one before is not known here.',
    ),
    before: t('The logo before is not known: the service never shows it.'),
  },
  favicon: {
    says: t(
      'On every page of the application. The service never shows its favicon: the one before is not known here.',
    ),
    before: t('The favicon before is not known: the service never shows it.'),
  },
} as const;

/** The acts on an application's images: no answer shows an image, so that each is done blindly and may be repeated. */
export const imageActs = {
  setLogo: act(t('Set the logo'), 'logo', 'set'),
  removeLogo: act(t('Remove the logo'), 'logo', 'remove'),
  setFavicon: act(t('Set the favicon'), 'favicon', 'set'),
  removeFavicon: act(t('Remove the favicon'), 'favicon', 'remove'),
} as const satisfies Readonly<Record<string, Act & { readonly use: ImageUse }>>;

type ImageOperation = keyof typeof imageActs;

/** Which image an act sets or removes; undefined for an act that is none of them. */
export const imageUseOf = (operation: string): ImageUse | undefined =>
  Object.hasOwn(imageActs, operation) ? imageActs[operation as ImageOperation].use : undefined;

function act(label: string, use: ImageUse, does: 'set' | 'remove'): Act & { readonly use: ImageUse } {
  const name = use === 'logo' ? 'Logo' : 'Favicon';
  return {
    label,
    use,
    says: words[use].says,
    replaces: does === 'set' ? [`set${name}`, `remove${name}`] : [`set${name}`],
    ...(does === 'set' && {
      values: { image: use === 'favicon' ? icon({ label: t('Image') }) : image({ label: t('Image') }) },
    }),
    shows: () => ({}),
    undo: () => words[use].before,
  };
}
