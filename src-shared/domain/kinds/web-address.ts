import { t } from '../../language/t';

/** What a part of a host's name is of: letters of any script, the joiners and middle dots of some (RFC 5892, A.1 to A.7), emoji. */
const label = String.raw`[\p{L}\p{M}\p{N}\p{So}\p{Emoji_Modifier}\u00b7\u30fb\u200c\u200d_\-]+`;

const host = new RegExp(String.raw`^(?:${label}(?:\.${label})*\.?|\[[\da-f:.]+\])$`, 'iu');

/** What an address may be beside `https://` and a host. */
export interface AddressForm {
  /** Also without TLS. */
  readonly http?: boolean;
  /** Also into an app of a person's, by a scheme of its own; `mobile`: with a single slash as well (RFC 8252, 7.1). */
  readonly app?: boolean | 'mobile';
  readonly login?: boolean;
  /** Its fragment, from `#` on. */
  readonly fragment?: boolean;
}

const everyPart: AddressForm = { login: true, fragment: true };

/**
 * What is wrong with an address, as the end of a sentence: the first of its parts (RFC 3986, 3) that cannot be. Null for a good one.
 */
export function addressFault(text: string, form: AddressForm = everyPart): string | null {
  if (/[\s\p{Cc}]/u.test(text)) return t('must hold no blanks');
  const [, scheme = '', slashes = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(\/{0,2})(.*)$/i.exec(text) ?? [];
  const kind = scheme.toLowerCase();
  if (form.fragment !== true && text.includes('#')) return t('must hold no # and nothing behind it');
  if (form.app && isOfApp(kind) && rest !== '' && slashes.length >= (form.app === 'mobile' ? 1 : 2))
    return null;
  if (slashes.length < 2 || !(kind === 'https' || (kind === 'http' && form.http === true)))
    return form.app ? t('must begin with https:// or the scheme of an app') : t('must begin with https://');
  return authorityFault(/^[^/?#]*/.exec(rest)?.[0] ?? '', form);
}

const isOfApp = (scheme: string): boolean => !['', 'http', 'https', 'javascript', 'data'].includes(scheme);

function authorityFault(authority: string, { login }: AddressForm): string | null {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && login !== true) return t('must hold no user name and no password');
  const place = authority.slice(at + 1);
  const [, name = '', port] = /^(\[[^\]]*\]?|[^:]*)(?::(.*))?$/.exec(place) ?? [];
  if (port !== undefined && !isPort(port))
    return t('has a port that there is not: it is a number up to 65535');
  return host.test(name) ? null : t('needs a host such as example.com');
}

const isPort = (port: string): boolean =>
  /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65_535;
