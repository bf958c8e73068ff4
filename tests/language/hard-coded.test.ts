import { expect, it } from 'vitest';
import { hardCodedIn } from '../../scripts/words/hard-coded';
import { readSources } from '../support/layers/read-sources';

/** What reads like a text and is none: files that other programs read, names of samples, previews of the service's own pages. */
const noTexts = [] as readonly string[];

const window = readSources()
  .map(({ path }) => path)
  .filter((path) => /^src-renderer\/.*\.tsx?$/.test(path) && !noTexts.some((one) => path.startsWith(one)));

it('no text of the window is written out', () => {
  expect(window.length).toBeGreaterThan(500);
  expect(window.flatMap(hardCodedIn).map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
});
