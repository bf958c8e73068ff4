import type { Context } from 'hono';
import type { Outcome } from '../kit/outcome';
import { type Logo, readLogo } from '../kit/read-logo';
import { refusals } from '../kit/refusals';
import { mutate } from '../rules/mutate';
import { showApplication } from './applications';
import type { PlatformEnv } from './platform-env';
import { findApplication, type PlatformScope } from './platform-scope';

const maxBytes = 10 * 1024 * 1024;

/** What an image may be, by what it is for: a favicon may be an icon as well. */
const accepted: Readonly<Record<'logo' | 'favicon', readonly string[]>> = {
  logo: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  favicon: ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/x-icon', 'image/vnd.microsoft.icon'],
};

export type ImageUse = keyof typeof accepted;

/** An image as a file of a form, or as a data URL (spec). Refuses (400) what is neither. */
export const readImage = async (c: Context<PlatformEnv>): Promise<Outcome<Logo>> => {
  if (!c.req.header('content-type')?.startsWith('application/octet-stream')) return readLogo(c);
  const [, contentType, data] =
    /^data:([\w/+.-]+);base64,([\w+/=]+)$/.exec((await c.req.text()).trim()) ?? [];
  return contentType === undefined || data === undefined
    ? refusals.bodyInvalid()
    : { ok: true, value: { contentType, bytes: new Uint8Array(Buffer.from(data, 'base64')) } };
};

/** Sets an image of an application, or removes it (null). Refuses with 404, 413 above 10 MB, and 422 for other types. */
export const setImage = (
  scope: PlatformScope,
  { application, use }: { readonly application: string; readonly use: ImageUse },
  image: Logo | null,
): Outcome<object> =>
  mutate({ ...scope, instance: '' }, (note) => {
    const found = findApplication(scope, application);
    if (!found.ok) return found;
    if (image !== null && image.bytes.byteLength > maxBytes) return refusals.tooLarge(maxBytes);
    if (image !== null && !accepted[use].includes(image.contentType))
      return refusals.paramInvalid('file', `Use one of ${accepted[use].join(', ')}.`);
    scope.db.run('DELETE FROM application_images WHERE application_id = ? AND what = ?', [application, use]);
    if (image !== null)
      scope.db.run('INSERT INTO application_images VALUES (?, ?, ?, ?)', [
        application,
        use,
        image.contentType,
        image.bytes,
      ]);
    note({ entity: 'application', verb: 'update', id: application, mark: use });
    return showApplication(scope, application, false);
  });
