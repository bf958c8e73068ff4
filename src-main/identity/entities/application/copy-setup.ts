import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { type Row, type SetupPool, Stopped, setupPool } from './setup-pool';

/** The way into the user pool of an application. */
export type OpenApplication = (
  application: { readonly id: string },
  signal?: AbortSignal,
) => Promise<RemoteResult<CallApi>>;

/** A list that is copied: what marks its records, and what making one says of it. What cannot be made is left out by `may`. */
interface Copied {
  readonly what: string;
  readonly path: string;
  readonly mark: string;
  readonly said: readonly string[];
  readonly may?: (row: Row) => boolean;
}

const permissions: Copied = {
  what: 'permissions',
  path: '/organization_permissions',
  mark: 'key',
  said: ['key', 'name', 'description'],
  may: ({ type }) => type !== 'system',
};

const lists: readonly Copied[] = [
  { what: 'redirect URLs', path: '/redirect_urls', mark: 'url', said: ['url'] },
  {
    what: 'JWT templates',
    path: '/jwt_templates',
    mark: 'name',
    said: ['name', 'claims', 'lifetime', 'allowed_clock_skew'],
    // A signing key is never shown.
    may: ({ custom_signing_key: own }) => own !== true,
  },
  { what: 'allowlist', path: '/allowlist_identifiers', mark: 'identifier', said: ['identifier'] },
  { what: 'blocklist', path: '/blocklist_identifiers', mark: 'identifier', said: ['identifier'] },
];

/** What became of one list: what was refused of it, in the service's words. */
interface Part {
  readonly what: string;
  readonly refused: readonly string[];
}

type Pools = Readonly<Record<'theirs' | 'ours', SetupPool>>;

const sayOf = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (row[name] == null ? [] : [[name, row[name]]])));

/**
 * Copies what stands in lists from one application's pool to another's: what somebody made or changed there stays as it is, so that it
 * may be repeated. No people, no secrets. A list that is refused does not keep the others from being copied: which ones were not is
 * said at the end. Both pools' keys are read for it, and kept nowhere.
 */
export async function copySetup(
  open: OpenApplication,
  { from, to }: { readonly from: string; readonly to: string },
  signal?: AbortSignal,
): Promise<RemoteResult<null>> {
  const [source, target] = [await open({ id: from }, signal), await open({ id: to }, signal)];
  if (!source.ok) return source;
  if (!target.ok) return target;
  const pools = { theirs: setupPool(from, source.value, signal), ours: setupPool(to, target.value, signal) };
  try {
    const made = new Map<unknown, unknown>();
    const parts = [await copyList(pools, permissions, made), await copyRoles(pools, made)];
    for (const list of lists) parts.push(await copyList(pools, list));
    for (const type of ['email', 'sms']) parts.push(await copyTemplates(pools, type));
    return reported(parts);
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, failure: error.failure };
    throw error;
  }
}

function reported(parts: readonly Part[]): RemoteResult<null> {
  const failed = parts.filter(({ refused }) => refused.length > 0);
  if (failed.length === 0) return { ok: true, value: null, requestId: '' };
  const whole = parts.filter(({ refused }) => refused.length === 0).map(({ what }) => what);
  const lost = failed.map(({ what, refused }) => {
    const more = refused.length > 1 ? `, and ${refused.length - 1} more` : '';
    return `${what} (${refused[0]}${more})`;
  });
  const message = `Copied: ${whole.join(', ') || 'nothing'}. Not all copied: ${lost.join('; ')}`;
  const said = { status: 200, code: 'partly-copied', message, requestId: '', retryAfterMs: 0 };
  return { ok: false, failure: { kind: 'invalid', ...said, mayHaveTakenEffect: false } };
}

/** @param ids where given, the ids of what was made, by mark: a read right after may not show them yet. */
async function copyList({ theirs, ours }: Pools, list: Copied, ids?: Map<unknown, unknown>): Promise<Part> {
  const { what, path, mark, said, may = () => true } = list;
  const [held, wanted] = [await ours.read(path), await theirs.read(path)];
  if (!held.ok) return { what, refused: [held.failure.message] };
  if (!wanted.ok) return { what, refused: [wanted.failure.message] };
  const there = new Map(held.value.map((row) => [row[mark], row.id]));
  for (const [key, id] of there) ids?.set(key, id);
  const refused: string[] = [];
  for (const row of wanted.value) {
    if (!may(row) || there.has(row[mark])) continue;
    const answer = await ours.ask({ method: 'POST', path, json: sayOf(row, said) });
    if (answer.ok) ids?.set(row[mark], (answer.value as Row | null)?.id);
    else if (!(await isThere(ours, path, mark, row[mark])))
      refused.push(`${String(row[mark])}: ${answer.failure.message}`);
  }
  return { what, refused };
}

/** Refused, and there all the same: an earlier try made it, whose answer was lost. */
async function isThere(ours: SetupPool, path: string, mark: string, value: unknown): Promise<boolean> {
  const read = await ours.read(path);
  return read.ok && read.value.some((row) => row[mark] === value);
}

const roles = '/organization_roles';
const Held = z.array(z.object({ key: z.string() }));

/** Nobody has changed it since it was made. */
const isUntouched = ({ created_at: made, updated_at: changed }: Row): boolean => made === changed;

/** Roles with the permissions that they hold: by key here, by id at the service. */
async function copyRoles({ theirs, ours }: Pools, ids: ReadonlyMap<unknown, unknown>): Promise<Part> {
  const what = 'roles';
  const [wanted, held] = [await theirs.read(roles), await ours.read(roles)];
  if (!wanted.ok) return { what, refused: [wanted.failure.message] };
  if (!held.ok) return { what, refused: [held.failure.message] };
  const there = new Map(held.value.map((row) => [row.key, row]));
  const keysOf = (row: Row): readonly string[] =>
    (Held.safeParse(row.permissions).data ?? []).map(({ key }) => key).sort();
  const refused: string[] = [];
  for (const role of wanted.value) {
    const own = there.get(role.key);
    const differs = own?.name !== role.name || (own && keysOf(own).join() !== keysOf(role).join());
    if (own !== undefined && !(differs && isUntouched(own))) continue;
    const lacking = keysOf(role).filter((key) => typeof ids.get(key) !== 'string');
    if (lacking.length > 0) {
      refused.push(`${String(role.name)}: there is no permission ${lacking.join(', ')}`);
      continue;
    }
    const said = sayOf(role, ['name', 'key', 'description']);
    const json = { ...said, permissions: keysOf(role).map((key) => ids.get(key)) };
    const at = own === undefined ? roles : roles + apiPath`/${String(own.id)}`;
    const answer = await ours.ask({ method: own === undefined ? 'POST' : 'PATCH', path: at, json });
    if (!answer.ok && (own !== undefined || !(await isThere(ours, roles, 'key', role.key))))
      refused.push(`${String(role.name)}: ${answer.failure.message}`);
  }
  return { what, refused };
}

const written = ['name', 'subject', 'markup', 'body', 'from_email_name', 'reply_to_email_name'];

/** Templates that somebody wrote, over those that nobody did; the text of an SMS can be set only where the service does not send it. */
async function copyTemplates({ theirs, ours }: Pools, type: string): Promise<Part> {
  const what = `${type} templates`;
  const path = `/templates/${type}`;
  const [wanted, held] = [await theirs.read(path), await ours.read(path)];
  if (!wanted.ok) return { what, refused: [wanted.failure.message] };
  if (!held.ok) return { what, refused: [held.failure.message] };
  const there = new Map(held.value.map((row) => [row.slug, row]));
  const says = type === 'sms' ? ['name', 'body'] : written;
  const texts = (row: Row): string => JSON.stringify(sayOf(row, says));
  const refused: string[] = [];
  for (const row of wanted.value) {
    const own = there.get(row.slug);
    const isSent = type !== 'sms' || row.delivered_by_clerk === false;
    if (own === undefined || own.resource_type === 'user' || !isSent || texts(own) === texts(row)) continue;
    const at = path + apiPath`/${String(row.slug)}`;
    const toggle = { delivered_by_clerk: row.delivered_by_clerk === true };
    const switched =
      own.delivered_by_clerk === row.delivered_by_clerk ||
      (await ours.ask({ method: 'POST', path: `${at}/toggle_delivery`, json: toggle })).ok;
    const answer = switched ? await ours.ask({ method: 'PUT', path: at, json: sayOf(row, says) }) : null;
    if (!answer?.ok)
      refused.push(`${String(row.name)}: ${answer?.failure.message ?? 'who delivers it cannot be switched'}`);
  }
  return { what, refused };
}
