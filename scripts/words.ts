import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectRoot } from './project-root';
import { roomOf, wordsOf } from './words/collect-words';

/**
 * `npm run words`: brings the files of texts (src-shared/language/de) to what the code says. New texts come with an empty
 * translation, or the one they have in another room; those that nobody says any more go. Says what is to be translated.
 */
const folder = join(projectRoot, 'src-shared/language/de');

const paths = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'src-main', 'src-renderer', 'src-shared'],
  {
    cwd: projectRoot,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && existsSync(join(projectRoot, path)));

const known = new Map<string, string>();
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
for (const name of files)
  for (const [key, text] of Object.entries(
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>,
  ))
    if (text !== '') known.set(key, text);

const rooms = new Map<string, Set<string>>();
for (const path of paths)
  for (const { key } of wordsOf(path)) {
    const room = roomOf(path);
    rooms.set(room, (rooms.get(room) ?? new Set()).add(key));
  }

for (const name of files) if (!rooms.has(basename(name, '.json'))) rmSync(join(folder, name));
let missing = 0;
for (const [room, keys] of rooms) {
  const texts = [...keys].sort().map((key) => [key, known.get(key) ?? ''] as const);
  const empty = texts.filter(([, text]) => text === '').length;
  missing += empty;
  if (empty > 0) console.log(`${room}.json: ${empty} of ${texts.length} to be translated`);
  writeFileSync(join(folder, `${room}.json`), `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`);
}
const names = [...rooms.keys()].sort();
const id = (room: string): string => room.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
writeFileSync(
  join(folder, '..', 'german.ts'),
  `import { catalogOf } from './catalog-of';
${names.map((room) => `import ${id(room)} from './de/${room}.json';`).join('\n')}
import type { Catalog } from './speak';

/** German, room by room; written by \`npm run words\`. */
export const german: Catalog = catalogOf([
${names.map((room) => `  ${id(room)},`).join('\n')}
]);
`,
);
console.log(missing === 0 ? 'Every text has its German.' : `${missing} texts are to be translated.`);
