import { t } from '../../language/t';
import type { RecordId } from '../ids';
import type { WrittenCall, WrittenChange } from './written-call';

export const copyForms = ['curl', 'clerk'] as const;
export type CopyForm = (typeof copyForms)[number];

/** What a shell takes as one word, whatever is in it (POSIX, "Single-Quotes"); ids of records to come as the variables that hold them. */
function quoted(text: string, names: Names): string {
  const word = `'${text.replaceAll("'", `'\\''`)}'`;
  // An id may begin with another.
  return [...names]
    .sort(([a], [b]) => b.length - a.length)
    .reduce((told, [id, name]) => told.replaceAll(id, `'"\${${name}:?}"'`), word);
}

/** The variable that holds the id of a record, by the id that stands for it until an earlier call has made it. */
type Names = ReadonlyMap<RecordId, string>;

const keyOf: Readonly<Record<WrittenCall['api'], string>> = {
  backend: 'CLERK_SECRET_KEY',
  platform: 'CLERK_PLATFORM_API_KEY',
  // A session of an admin: Better Auth has no name for it in its own documents.
  'better-auth': 'BETTER_AUTH_SESSION_TOKEN',
};

/** @param url base of the API, with its version */
function asCurl({ api, method, path, body, files, ifMatch }: WrittenCall, names: Names, url: string): string {
  const words = [
    `curl --fail-with-body -sS -X ${method} ${quoted(url + path, names)}`,
    `-H "Authorization: Bearer $${keyOf[api]}"`,
  ];
  if (ifMatch !== '') words.push(`-H ${quoted(`If-Match: ${ifMatch}`, names)}`);
  if (body !== null)
    words.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body), names)}`);
  for (const name of files) words.push(`-F ${quoted(`${name}=@PATH`, names)}`);
  return words.join(' \\\n  ');
}

/** Clerk's command line, 3.3 (`clerk api --help`): it finds keys itself, and sends no files and no `If-Match`. */
function asClerk({ api, method, path, body }: WrittenCall, names: Names): string {
  const words = [
    'clerk api',
    ...(api === 'platform' ? ['--platform'] : []),
    quoted(path, names),
    `-X ${method}`,
  ];
  if (body !== null) words.push(`-d ${quoted(JSON.stringify(body), names)}`);
  return [...words, '--yes'].join(' ');
}

/** The id of what a call made, into a variable; an answer without one is shown, and what needs the variable is not sent. */
const kept = (call: string, name: string): string =>
  `${name}=$(${call} \\\n  | jq -r '.id // .application_id // .user.id // halt_error')`;

const lacks = ({ files, ifMatch }: WrittenCall): readonly string[] => [
  ...(files.length > 0 ? [t('It sends a file, which this command line cannot: use curl.')] : []),
  ...(ifMatch !== '' ? [t('It is sent here only if nobody wrote it meanwhile (If-Match).')] : []),
];

/**
 * Changes as a script, the keys left as variables. What an earlier call of it makes is named by a variable that is taken from that call's
 * answer. What stands in a title ends with its line, so that it stays a comment. Pure.
 *
 * @param url base of the API, with its version
 */
export function copiedAs(form: CopyForm, changes: readonly WrittenChange[], url: string): string {
  const comment = (text: string): string => `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`;
  const needed = new Set(changes.flatMap(({ needs }) => needs));
  const names = new Map<RecordId, string>();
  return changes
    .map(({ title, calls, notes, makes, needs }) => {
      const more = form === 'clerk' ? calls.flatMap(lacks) : [];
      const own = new Map<RecordId, string>();
      for (const id of needs) {
        const name = names.get(id);
        if (name !== undefined) own.set(id, name);
      }
      if (own.size < needs.length)
        more.push(t('An id that begins with new_ is that of a record which another call makes: put it in.'));
      const lines = calls.map((call) => (form === 'curl' ? asCurl(call, own, url) : asClerk(call, own)));
      const last = lines.pop();
      if (last !== undefined && makes !== null && needed.has(makes.id)) {
        const name = `${makes.entity.replace(/[A-Z]/g, '_$&').toUpperCase()}_${names.size + 1}`;
        lines.push(kept(last, name));
        more.push(t('Its id is kept in {name}, for calls below; jq reads it out of the answer.', { name }));
        names.set(makes.id, name);
      } else if (last !== undefined) lines.push(last);
      return [...[title, ...notes, ...new Set(more)].map(comment), ...lines].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}
