import { decimalFormat } from '@renderer/ui/format/locale';
import { failure, type Result, success } from '@shared/contract/failure';
import { maxLogoBytes } from '@shared/domain/kinds/kinds';
import { t } from '@shared/language/t';

/** The first bytes of each kind of image that the service takes. */
const signatures: readonly (readonly [type: string, bytes: readonly number[], at: number])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0],
  ['image/jpeg', [0xff, 0xd8, 0xff], 0],
  ['image/gif', [0x47, 0x49, 0x46, 0x38], 0],
  ['image/webp', [0x57, 0x45, 0x42, 0x50], 8],
];

/** Windows icons, which the service takes as favicons only. */
const icon = ['image/x-icon', [0x00, 0x00, 0x01, 0x00], 0] as const;

/** The kind of an image by its content, whatever its name says; null for what is none of those that are taken. */
export function imageType(bytes: Uint8Array, icons = false): string | null {
  const found = (icons ? [...signatures, icon] : signatures).find(([, signature, at]) =>
    signature.every((byte, place) => bytes[at + place] === byte),
  );
  return found?.[0] ?? null;
}

/** A chosen file as the `data:` URI that is staged. */
export async function readImage(file: Blob, icons = false): Promise<Result<string>> {
  if (file.size > maxLogoBytes) {
    const size = decimalFormat(1).format(file.size / 1_000_000);
    return failure(
      'invalid-input',
      t('That image has {size} MB; an image may have {most, number} MB.', {
        size,
        most: maxLogoBytes / 1_000_000,
      }),
      t('Choose a smaller image. Nothing was changed.'),
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = imageType(bytes, icons);
  if (type === null)
    return failure(
      'invalid-input',
      icons
        ? t('That file is no PNG, JPEG, GIF, WebP or ICO image.')
        : t('That file is no PNG, JPEG, GIF or WebP image.'),
      t('Choose another file. Nothing was changed.'),
    );
  return success(`data:${type};base64,${base64(bytes)}`);
}

/** Bytes encoded at once; more arguments would overflow the stack. */
const chunk = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
}
