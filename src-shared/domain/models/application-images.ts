import { t } from '../../language/t';
import type { Act } from '../kinds/act';
import { icon, image } from '../kinds/field';

/** An image of an application, as its address calls it (spec: `/platform/applications/{applicationID}/logo`, `…/favicon`). */
export type ImageUse = 'logo' | 'favicon';

/** The acts on an application's images: no answer shows an image, so that each is done blindly and may be repeated. */
export const imageActs = {
  setLogo: act(t('Set the logo'), 'logo', ['setLogo', 'removeLogo']),
  removeLogo: act(t('Remove the logo'), 'logo', ['setLogo']),
  setFavicon: act(t('Set the favicon'), 'favicon', ['setFavicon', 'removeFavicon']),
  removeFavicon: act(t('Remove the favicon'), 'favicon', ['setFavicon']),
} as const satisfies Readonly<Record<string, Act & { readonly use: ImageUse }>>;

type ImageOperation = keyof typeof imageActs;

/** Which image an act sets or removes; undefined for an act that is none of them. */
export const imageUseOf = (operation: string): ImageUse | undefined =>
  Object.hasOwn(imageActs, operation) ? imageActs[operation as ImageOperation].use : undefined;

function act(label: string, use: ImageUse, replaces: readonly string[]): Act & { readonly use: ImageUse } {
  return {
    label,
    use,
    says: t(
      'On every page of the application. The service never shows its {use}: the one before is not known here.',
      { use },
    ),
    replaces,
    ...(label.startsWith('Set') && {
      values: { image: use === 'favicon' ? icon({ label: t('Image') }) : image({ label: t('Image') }) },
    }),
    shows: () => ({}),
    undo: () => t('The {use} before is not known: the service never shows it.', { use }),
  };
}
