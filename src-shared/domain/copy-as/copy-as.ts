import { t } from '../../language/t';
import type { WrittenCall, WrittenChange } from './written-call';

export const copyForms = ['curl', 'clerk'] as const;
export type CopyForm = (typeof copyForms)[number];

/** What a shell takes as one word, whatever is in it (POSIX, "Single-Quotes"). */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const keyOf: Readonly<Record<WrittenCall['api'], string>> = {
  backend: 'CLERK_SECRET_KEY',
  platform: 'CLERK_PLATFORM_API_KEY',
  // A session of an admin: Better Auth has no name for it in its own documents.
  'better-auth': 'BETTER_AUTH_SESSION_TOKEN',
};

/** @param url base of the API, with its version */
function asCurl({ api, method, path, body, files, ifMatch }: WrittenCall, url: string): string {
  const words = [
    `curl --fail-with-body -sS -X ${method} ${quoted(url + path)}`,
    `-H "Authorization: Bearer $${keyOf[api]}"`,
  ];
  if (ifMatch !== '') words.push(`-H ${quoted(`If-Match: ${ifMatch}`)}`);
  if (body !== null) words.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`);
  for (const name of files) words.push(`-F ${quoted(`${name}=@PATH`)}`);
  return words.join(' \\\n  ');
}

/** Clerk's command line, 3.3 (`clerk api --help`): it finds keys itself, and sends no files and no `If-Match`. */
function asClerk({ api, method, path, body }: WrittenCall): string {
  const words = ['clerk api', ...(api === 'platform' ? ['--platform'] : []), quoted(path), `-X ${method}`];
  if (body !== null) words.push(`-d ${quoted(JSON.stringify(body))}`);
  return [...words, '--yes'].join(' ');
}

const lacks = ({ files, ifMatch }: WrittenCall): readonly string[] => [
  ...(files.length > 0 ? [t('It sends a file, which this command line cannot: use curl.')] : []),
  ...(ifMatch !== '' ? [t('It is sent here only if nobody wrote it meanwhile (If-Match).')] : []),
];

/**
 * Changes as a script, the keys left as variables. What stands in a title ends with its line, so that it stays a comment. Pure.
 *
 * @param url base of the API, with its version
 */
export function copiedAs(form: CopyForm, changes: readonly WrittenChange[], url: string): string {
  const comment = (text: string): string => `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`;
  return changes
    .map(({ title, calls, notes }) => {
      const more = form === 'clerk' ? calls.flatMap(lacks) : [];
      const lines = calls.map((call) => (form === 'curl' ? asCurl(call, url) : asClerk(call)));
      return [...[title, ...notes, ...new Set(more)].map(comment), ...lines].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}
