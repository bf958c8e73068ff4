import { z } from 'zod';
import { refusals } from '../kit/refusals';
import { smallListRoutes } from '../routes/small-list-routes';
import { recordsWith, type SmallList } from '../rules/small-list';

export interface RedirectUrl {
  readonly url: string;
}

const list: SmallList<RedirectUrl> = {
  kind: 'redirectUrl',
  prefix: 'ru',
  mark: ({ url }) => url,
  notFound: 'The redirect URL was not found.',
};

/** `https://…`, or an app's own scheme; plain `http:` is neither. */
const isRedirectUrl = (text: string): boolean =>
  /^(?!http:|javascript:|data:)[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text);

/** `/redirect_urls`: list, create, get, delete (spec: a bare array). */
export const redirectUrlRoutes = () =>
  smallListRoutes({
    list,
    view: ({ id, data, created_at, updated_at }) => ({
      object: 'redirect_url',
      id,
      ...data,
      created_at,
      updated_at,
    }),
    shape: 'bare',
    draft: z.object({ url: z.string() }),
    make: (scope, { url }) => {
      if (!isRedirectUrl(url))
        return refusals.paramFormat('url', 'url must begin with https:// or the scheme of an app.');
      return recordsWith(scope, list, 'url', url).length > 0
        ? refusals.duplicateRecord('redirect URL', url, 'url')
        : { ok: true, value: { data: { url } } };
    },
    single: true,
    remove: { object: 'redirect_url' },
  });
