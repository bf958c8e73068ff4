import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
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
  what: t('permissions'),
  path: '/organization_permissions',
  mark: 'key',
  said: ['key', 'name', 'description'],
  may: ({ type }) => type !== 'system',
};

const lists: readonly Copied[] = [
  { what: t('redirect URLs'), path: '/redirect_urls', mark: 'url', said: ['url'] },
  {
    what: t('JWT templates'),
    path: '/jwt_templates',
    mark: 'name',
    said: ['name', 'claims', 'lifetime', 'allowed_clock_skew'],
    // A signing key is never shown.
    may: ({ custom_signing_key: own }) => own !== true,
  },
  { what: t('allowlist'), path: '/allowlist_identifiers', mark: 'identifier', said: ['identifier'] },
  { what: t('blocklist'), path: '/blocklist_identifiers', mark: 'identifier', said: ['identifier'] },
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
    const [first = ''] = refused;
    return refused.length > 1
      ? t('{what} ({first}, and {more, number} more)', { what, first, more: refused.length - 1 })
      : t('{what} ({first})', { what, first });
  });
  const message = t('Copied: {whole}. Not all copied: {lost}', {
    whole: whole.join(', ') || t('nothing'),
    lost: lost.join('; '),
  });
  const said = { status: 200, code: 'partly-copied', message, requestId: '', retryAfterMs: 0 };
  return { ok: false, failure: { kind: 'invalid', ...said, mayHaveTakenEffect: false } };
}

/** One record that was refused, by what marks it in its list. */
interface Refused {
  readonly mark: unknown;
  readonly why: string;
}

/** Both lists at one address, and what `work` makes of them; one that cannot be read is the whole refusal. */
async function copied(
  what: string,
  { theirs, ours }: Pools,
  path: string,
  work: (held: readonly Row[], wanted: readonly Row[]) => Promise<readonly Refused[]>,
): Promise<Part> {
  const [held, wanted] = [await ours.read(path), await theirs.read(path)];
  if (!held.ok) return { what, refused: [held.failure.message] };
  if (!wanted.ok) return { what, refused: [wanted.failure.message] };
  const refused = await work(held.value, wanted.value);
  return { what, refused: refused.map(({ why }) => why) };
}

/** Those that are not there all the same: an earlier try may have made one, and its answer was lost. */
async function notThere(
  ours: SetupPool,
  { path, mark }: Pick<Copied, 'path' | 'mark'>,
  refused: readonly Refused[],
): Promise<readonly Refused[]> {
  if (refused.length === 0) return [];
  const read = await ours.read(path);
  const there = new Set(read.ok ? read.value.map((row) => row[mark]) : []);
  return refused.filter((each) => !there.has(each.mark));
}

/** @param ids where given, the ids of what was made, by mark: a read right after may not show them yet. */
function copyList(pools: Pools, list: Copied, ids?: Map<unknown, unknown>): Promise<Part> {
  const { what, path, mark, said, may = () => true } = list;
  return copied(what, pools, path, async (held, wanted) => {
    const there = new Map(held.map((row) => [row[mark], row.id]));
    for (const [key, id] of there) ids?.set(key, id);
    const refused: Refused[] = [];
    for (const row of wanted) {
      if (!may(row) || there.has(row[mark])) continue;
      const answer = await pools.ours.ask({ method: 'POST', path, json: sayOf(row, said) });
      if (answer.ok) ids?.set(row[mark], (answer.value as Row | null)?.id);
      else refused.push({ mark: row[mark], why: `${String(row[mark])}: ${answer.failure.message}` });
    }
    return notThere(pools.ours, list, refused);
  });
}

const roles = { path: '/organization_roles', mark: 'key' };
const Held = z.array(z.object({ key: z.string() }));

/** Nobody has changed it since it was made. */
const isUntouched = ({ created_at: made, updated_at: changed }: Row): boolean => made === changed;

/** Roles with the permissions that they hold: by key here, by id at the service. */
function copyRoles(pools: Pools, ids: ReadonlyMap<unknown, unknown>): Promise<Part> {
  const keysOf = (row: Row): readonly string[] =>
    (Held.safeParse(row.permissions).data ?? []).map(({ key }) => key).sort();
  return copied('roles', pools, roles.path, async (held, wanted) => {
    const there = new Map(held.map((row) => [row.key, row]));
    const [unmade, kept]: [Refused[], Refused[]] = [[], []];
    for (const role of wanted) {
      const own = there.get(role.key);
      const differs = own?.name !== role.name || (own && keysOf(own).join() !== keysOf(role).join());
      if (own !== undefined && !(differs && isUntouched(own))) continue;
      const lacking = keysOf(role).filter((key) => typeof ids.get(key) !== 'string');
      const json = {
        ...sayOf(role, ['name', 'key', 'description']),
        permissions: keysOf(role).map((key) => ids.get(key)),
      };
      const [method, at] =
        own === undefined
          ? (['POST', roles.path] as const)
          : (['PATCH', roles.path + apiPath`/${String(own.id)}`] as const);
      const answer = lacking.length > 0 ? null : await pools.ours.ask({ method, path: at, json });
      if (answer?.ok) continue;
      const words =
        answer?.failure.message ?? t('there is no permission {keys}', { keys: lacking.join(', ') });
      const refused = { mark: role.key, why: `${String(role.name)}: ${words}` };
      (own === undefined && answer !== null ? unmade : kept).push(refused);
    }
    return [...kept, ...(await notThere(pools.ours, roles, unmade))];
  });
}

const written = ['name', 'subject', 'markup', 'body', 'from_email_name', 'reply_to_email_name'];

/** Templates that somebody wrote, over those that nobody did; the text of an SMS can be set only where the service does not send it. */
function copyTemplates(pools: Pools, type: string): Promise<Part> {
  const path = `/templates/${type}`;
  const says = type === 'sms' ? ['name', 'body'] : written;
  const texts = (row: Row): string => JSON.stringify(sayOf(row, says));
  return copied(
    type === 'sms' ? t('sms templates') : t('email templates'),
    pools,
    path,
    async (held, wanted) => {
      const there = new Map(held.map((row) => [row.slug, row]));
      const refused: Refused[] = [];
      for (const row of wanted) {
        const own = there.get(row.slug);
        const isSent = type !== 'sms' || row.delivered_by_clerk === false;
        if (own === undefined || own.resource_type === 'user' || !isSent || texts(own) === texts(row))
          continue;
        const at = path + apiPath`/${String(row.slug)}`;
        const toggle = { delivered_by_clerk: row.delivered_by_clerk === true };
        const switched =
          own.delivered_by_clerk === row.delivered_by_clerk ||
          (await pools.ours.ask({ method: 'POST', path: `${at}/toggle_delivery`, json: toggle })).ok;
        const json = sayOf(row, says);
        const answer = switched ? await pools.ours.ask({ method: 'PUT', path: at, json }) : null;
        if (answer?.ok) continue;
        const words = answer?.failure.message ?? t('who delivers it cannot be switched');
        refused.push({ mark: row.slug, why: `${String(row.name)}: ${words}` });
      }
      return refused;
    },
  );
}
