import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hardCodedIn } from '../../scripts/words/hard-coded';
import { readSources } from '../support/layers/read-sources';

/** Files whose texts are data: sample people, the service's own pages, zones and scripts for who runs a DNS, an index of a database. */
const data = [
  'src-renderer/drafts/old-window-db.ts',
  'src-renderer/screens/branding/organization-brandings.tsx',
  'src-renderer/screens/templates/sample-people.ts',
  'src-renderer/ui/brand/brand-look.ts',
  'src-renderer/ui/brand/preview-pages.tsx',
];
/** Keys that are made of words, names of fields and groups of buttons, and what is told apart in a text or an order. */
const keys = new Set([
  'part …',
  'action …',
  'kept …',
  'in …',
  'of the sandbox',
  'scenario',
  'sandbox-latency',
]);

const paths = readSources().map(({ path }) => path);
const window = paths.filter((path) => /^src-renderer\/.*\.tsx?$/.test(path) && !data.includes(path));

/** What the window never shows: the command line and what only it does, the sandbox, and what the store says in the log. */
const unseen = /^src-main\/(?:cli\/|sandbox\/|twin\/|store\/sqlite-storage\/store-error)/;
const behind = paths.filter((path) => /^src-(?:main|shared)\/.*\.ts$/.test(path) && !unseen.test(path));

it('no text of the window is written out', () => {
  expect(window.length).toBeGreaterThan(500);
  const found = window.flatMap(hardCodedIn).filter(({ text }) => !keys.has(text));
  expect(found.map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
});

it('no sentence of the processes behind it is written out', () => {
  expect(behind.length).toBeGreaterThan(500);
  const found = behind.flatMap(hardCodedIn).filter(({ text }) => /^\P{Ll}.*\.$/u.test(text));
  expect(found.map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
});

it('no decimal has a point of its own: the system says which sign it is', () => {
  const found = [...window, ...behind].filter((path) => /\.toFixed\(/.test(readFileSync(path, 'utf8')));
  expect(found).toEqual([]);
});

it('what loads a language has modules of its own: a neighbour would speak it too', () => {
  const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' });
  const speaking = tests.filter(
    (path) =>
      path.endsWith('.test.ts') && readFileSync(`tests/${path}`, 'utf8').match(/^await loadLanguage/m),
  );
  expect(speaking.length).toBeGreaterThan(1);
  expect(speaking.filter((path) => !path.endsWith('in-german.test.ts'))).toEqual([]);
});
