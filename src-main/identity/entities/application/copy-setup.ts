import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import { organizationsOff } from '../../identity-port';
import { listIn } from '../../list-in';
import { strangeAnswer } from '../../strange-answer';

/** The way into the user pool of an application. */
export type OpenApplication = (
  application: { readonly id: string },
  signal?: AbortSignal,
) => Promise<RemoteResult<CallApi>>;

type Row = Readonly<Record<string, unknown>>;
const Row = z.record(z.string(), z.unknown());

/** A list that is copied: what marks its records, and what making one says of it. What cannot be made is left out by `may`. */
interface Copied {
  readonly path: string;
  readonly mark: string;
  readonly said: readonly string[];
  readonly may?: (row: Row) => boolean;
}

/** In the order that they need each other: roles hold permissions. */
const lists: readonly Copied[] = [
  {
    path: '/organization_permissions',
    mark: 'key',
    said: ['key', 'name', 'description'],
    may: ({ type }) => type !== 'system',
  },
  { path: '/redirect_urls', mark: 'url', said: ['url'] },
  {
    path: '/jwt_templates',
    mark: 'name',
    said: ['name', 'claims', 'lifetime', 'allowed_clock_skew'],
    // A signing key is never shown.
    may: ({ custom_signing_key: own }) => own !== true,
  },
  { path: '/allowlist_identifiers', mark: 'identifier', said: ['identifier'] },
  { path: '/blocklist_identifiers', mark: 'identifier', said: ['identifier'] },
];

const pageSize = 500;

const strange = (): RemoteFailure => {
  const answer = strangeAnswer(false);
  if (answer.ok) throw new Error('a strange answer is a failure');
  return answer.failure;
};

/** A failure inside of a copy, so that it need not be handed through every call. */
class Stopped extends Error {
  constructor(readonly failure: RemoteFailure) {
    super(failure.message);
  }
}

/** One pool: what is read and written there. */
const poolOf = (callApi: CallApi, signal?: AbortSignal) => {
  const ask = async (call: ApiCall): Promise<unknown> => {
    const answer = await callApi(call, signal);
    if (!answer.ok) throw new Stopped(answer.failure);
    return answer.value;
  };
  /** All records of a list; none where organizations are off. */
  const read = async (path: string): Promise<readonly Row[]> => {
    const all: Row[] = [];
    const sign = path.includes('?') ? '&' : '?';
    for (;;) {
      const asked = `${path}${sign}paginated=true&limit=${pageSize}&offset=${all.length}`;
      const answer = await callApi({ method: 'GET', path: asked }, signal);
      if (!answer.ok && answer.failure.code === organizationsOff) return [];
      if (!answer.ok) throw new Stopped(answer.failure);
      const page = z.array(Row).safeParse(listIn(answer.value)).data;
      if (page === undefined) throw new Stopped(strange());
      all.push(...page);
      if (page.length < pageSize) return all;
    }
  };
  return { ask, read };
};

type Pool = ReturnType<typeof poolOf>;

const sayOf = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (row[name] == null ? [] : [[name, row[name]]])));

/**
 * Copies what stands in lists from one application's pool to another's: what is there already stays as it is, so that it may be repeated. No
 * people, no secrets. Both pools' keys are read for it, and kept nowhere.
 */
export async function copySetup(
  open: OpenApplication,
  { from, to }: { readonly from: string; readonly to: string },
  signal?: AbortSignal,
): Promise<RemoteResult<null>> {
  const [source, target] = [await open({ id: from }, signal), await open({ id: to }, signal)];
  if (!source.ok) return source;
  if (!target.ok) return target;
  const [theirs, ours] = [poolOf(source.value, signal), poolOf(target.value, signal)];
  try {
    for (const list of lists) await copyList(theirs, ours, list);
    await copyRoles(theirs, ours);
    for (const type of ['email', 'sms']) await copyTemplates(theirs, ours, type);
    return { ok: true, value: null, requestId: '' };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, failure: error.failure };
    throw error;
  }
}

async function copyList(theirs: Pool, ours: Pool, { path, mark, said, may = () => true }: Copied) {
  const there = new Set((await ours.read(path)).map((row) => row[mark]));
  for (const row of await theirs.read(path))
    if (may(row) && !there.has(row[mark])) await ours.ask({ method: 'POST', path, json: sayOf(row, said) });
}

const roles = '/organization_roles';
const Held = z.array(z.object({ key: z.string() }));

/** Roles with the permissions that they hold: by key here, by id at the service. */
async function copyRoles(theirs: Pool, ours: Pool): Promise<void> {
  const wanted = await theirs.read(roles);
  if (wanted.length === 0) return;
  const ids = new Map((await ours.read('/organization_permissions')).map(({ key, id }) => [key, id]));
  const there = new Map((await ours.read(roles)).map((row) => [row.key, row]));
  const keysOf = (row: Row): readonly string[] =>
    (Held.safeParse(row.permissions).data ?? []).map(({ key }) => key).sort();
  for (const role of wanted) {
    const permissions = keysOf(role).flatMap((key) => ids.get(key) ?? []);
    const json = { ...sayOf(role, ['name', 'key', 'description']), permissions };
    const held = there.get(role.key);
    if (held === undefined) await ours.ask({ method: 'POST', path: roles, json });
    else if (held.name !== role.name || keysOf(held).join() !== keysOf(role).join())
      await ours.ask({ method: 'PATCH', path: roles + apiPath`/${String(held.id)}`, json });
  }
}

const written = ['name', 'subject', 'markup', 'body', 'from_email_name', 'reply_to_email_name'];

/** Templates that somebody wrote; the text of an SMS can be set only where the service does not send it. */
async function copyTemplates(theirs: Pool, ours: Pool, type: string): Promise<void> {
  const path = `/templates/${type}`;
  const there = new Map((await ours.read(path)).map((row) => [row.slug, row]));
  const says = type === 'sms' ? ['name', 'body'] : written;
  const texts = (row: Row): string => JSON.stringify(sayOf(row, says));
  for (const row of await theirs.read(path)) {
    const held = there.get(row.slug);
    const ownSms = type !== 'sms' || row.delivered_by_clerk === false;
    if (held === undefined || !ownSms || texts(held) === texts(row)) continue;
    const at = path + apiPath`/${String(row.slug)}`;
    if (held.delivered_by_clerk !== row.delivered_by_clerk)
      await ours.ask({
        method: 'POST',
        path: `${at}/toggle_delivery`,
        json: { delivered_by_clerk: row.delivered_by_clerk === true },
      });
    await ours.ask({ method: 'PUT', path: at, json: sayOf(row, says) });
  }
}
