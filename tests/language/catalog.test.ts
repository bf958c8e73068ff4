import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../scripts/project-root';
import { roomOf, type Word, wordsOf } from '../../scripts/words/collect-words';
import { readSources } from '../support/layers/read-sources';
import { namesOfMessage } from './names-of-message';

const folder = join(projectRoot, 'src-shared/language/de');
const catalogs = readdirSync(folder).map((name) => ({
  room: basename(name, '.json'),
  texts: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>,
}));

const rooms = new Map<string, Map<string, Word>>();
for (const { path } of readSources().filter(({ path }) => /^src-.*\.tsx?$/.test(path)))
  for (const word of wordsOf(path)) {
    const room = rooms.get(roomOf(path)) ?? new Map<string, Word>();
    rooms.set(roomOf(path), room.set(word.key, word));
  }

const entries = catalogs.flatMap(({ room, texts }) =>
  Object.entries(texts).map(([key, text]) => ({ room, key, text, word: rooms.get(room)?.get(key) })),
);
const translated = entries.filter(({ text }) => text !== '');

it('every text that the code says is in the file of its room, and no other (npm run words)', () => {
  expect(entries.filter(({ word }) => word === undefined).map(({ room, key }) => `${room}: ${key}`)).toEqual(
    [],
  );
  const known = new Set(entries.map(({ room, key }) => `${room} ${key}`));
  const said = [...rooms].flatMap(([room, words]) => [...words.keys()].map((key) => `${room} ${key}`));
  expect(said.filter((one) => !known.has(one))).toEqual([]);
});

it('every text has its German', () => {
  expect(entries.length).toBeGreaterThan(3_000);
  expect(entries.filter(({ text }) => text === '').map(({ room, key }) => `${room}: ${key}`)).toEqual([]);
});

it('a translation has the names of its source, and parses', () => {
  const faults = translated.flatMap(({ room, key, text, word }) => {
    const source = word?.source ?? key;
    // Without names neither is parsed: braces and apostrophes are what they are.
    if (!word?.rich && !/\{\w+[},]/.test(source)) return [];
    try {
      const names = [source, text].map((each) => namesOfMessage(each, word?.rich ?? false).join());
      return names[0] === names[1] ? [] : [`${room}: ${text}: ${names.join(' is not ')}`];
    } catch (error) {
      return [`${room}: ${text}: ${String(error)}`];
    }
  });
  expect(faults).toEqual([]);
});

it('a text has one translation, wherever it is said; another sense is `inSense`', () => {
  const first = new Map<string, string>();
  const faults = translated.flatMap(({ room, key, text }) => {
    const before = first.get(key) ?? text;
    first.set(key, before);
    return before === text ? [] : [`${room}: ${key}: ${before} / ${text}`];
  });
  expect(faults).toEqual([]);
});
