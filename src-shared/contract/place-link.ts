import { z } from 'zod';
import { WorkspaceId } from '../domain/ids';
import { t } from '../language/t';
import { failure, type Result, success } from './failure';
import { ScreenName } from './screens';

/** The scheme that the system hands to Tenantry. */
export const linkScheme = 'tenantry';

/** The longest link that is read, characters. */
const longest = 2_000;

/** What a link may say of a screen besides its record: where to look, never what to do. A form that opens by itself is in none of them. */
export const linkParams = [
  'tab',
  'view',
  'member',
  'invitation',
  'domain',
  'org',
  'record',
  'person',
  'permission',
  'role',
  'policy',
  'entity',
  'state',
  'seats',
  'where',
  'text',
  'sort',
  'group',
] as const;

/** Text without line breaks and other control characters, or those that turn the order of reading around. */
const plainText = z.string().regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]{1,500}$/u);

/** A place in the app: what a link says, and all that it can say. */
export const Place = z.strictObject({
  workspaceId: WorkspaceId,
  screen: ScreenName,
  id: z
    .string()
    .regex(/^[\w.:@+~|=-]{1,200}$/)
    .nullable(),
  params: z.partialRecord(z.enum(linkParams), plainText),
});
export type Place = z.infer<typeof Place>;

const shape = /^tenantry:\/\/workspace\/([^/?#]+)(?:\/([^/?#]+))?(?:\/([^/?#]+))?\/?(?:\?([^#]*))?$/i;

/** Reads `tenantry://workspace/<workspace>/<screen>/<record>?<params>`; without a screen it leads to the Overview. Expected failure: `invalid-input`. */
export function parseLink(link: string): Result<Place> {
  if (link.length > longest || !/^[\x21-\x7e]*$/.test(link))
    return leadsNowhere(t('is too long, or has characters that no link has'));
  const parts = shape.exec(link);
  if (parts === null) return leadsNowhere(t('does not begin with tenantry://workspace/ and a workspace'));
  const [, workspaceId, screen = 'overview', id, search = ''] = parts;
  const query = search === '' ? [] : search.split('&').map(parameter);
  if (new Set(query.map(([name]) => name)).size < query.length)
    return leadsNowhere(t('says one thing twice'));
  // By name, before they are properties: `__proto__` is none.
  if (query.some(([name]) => !known.has(name))) return leadsNowhere(tooMuch);
  const place = Place.safeParse({
    workspaceId,
    screen,
    id: id === undefined ? null : decoded(id),
    params: Object.fromEntries(query),
  });
  if (place.success) return success(place.data);
  const [where] = place.error.issues[0]?.path ?? [];
  return leadsNowhere(reasons.get(where) ?? t('names no place that there is'));
}

/** The link to a place. Expected failure: `invalid-input`, where the place has an id or a text that a link cannot hold. */
export function formatLink({ workspaceId, screen, id, params }: Place): Result<string> {
  const path = [workspaceId, screen, ...(id === null ? [] : [encodeURIComponent(id)])].join('/');
  const search = Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const link = `${linkScheme}://workspace/${path}${search === '' ? '' : `?${search}`}`;
  const read = parseLink(link);
  return read.ok ? success(link) : read;
}

const tooMuch = t('says more than where to look');

const reasons: ReadonlyMap<PropertyKey | undefined, string> = new Map([
  ['workspaceId', t('names no workspace as Tenantry writes them')],
  ['screen', t('names a screen that Tenantry does not have')],
  ['id', t('names a record with characters that no id has')],
  ['params', tooMuch],
]);

const known: ReadonlySet<string> = new Set(linkParams);

/** `role=org%3Aadmin` as name and value. */
function parameter(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), decoded(text.slice(at + 1))];
}

/** NUL, which no id has, for what is not decoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '\0';
  }
}

function leadsNowhere(why: string): Result<never> {
  return failure(
    'invalid-input',
    t('The link {why}. It was not followed.', { why }),
    t('Copy it anew with “Copy link” where it comes from.'),
  );
}
