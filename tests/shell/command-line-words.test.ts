import { commandLineWords } from '@main/shell/command-line-words';
import { expect, test } from 'vitest';

const link = 'tenantry://open/workspace';
const launcher = ['--no-sandbox', '--no-zygote', '--log-level=3'];

test.each([
  { argv: [...launcher, '--cli', '--', 'status', '--dir', 'w'], words: ['status', '--dir', 'w'] },
  { argv: ['--cli', '--'], words: [] },
  { argv: ['--cli', '--', 'list', '--cli', '--'], words: ['list', '--cli', '--'] },
  { argv: [], words: null },
  { argv: ['--cli', 'status'], words: null },
])('the words of the command line are what stands behind its switch: $argv', ({ argv, words }) => {
  expect(commandLineWords(['tenantry', ...argv])).toEqual(words);
});

test.each([
  [link, '--cli', '--', 'status'],
  [link, '--', '--cli', '--', 'status'],
  ['--no-sandbox', link, '--cli', '--', 'status'],
  ['--', '--cli', '--', 'status'],
  ['--cli=', link, '--cli', '--', 'status'],
])('a link, and what a handler splits off it, never reaches the command line: %s %s %s', (...argv) => {
  expect(commandLineWords(['tenantry', ...argv])).toBeNull();
});
