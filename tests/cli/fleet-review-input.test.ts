import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project-root';
import { buildCli } from './build-cli';
import { runCli } from './run-cli';

let cli = '';
beforeAll(async () => {
  cli = await buildCli();
});

const fleetReview = (...words: string[]) =>
  runCli(cli, ['fleet-review', ...words, '--dir', join(projectRoot, 'nowhere')], {});

test('a review over several applications says which option is wrong, before anything is opened', async () => {
  const blank = await fleetReview('export', 'x', '--by', ' ', '--out', 'never');
  expect(blank).toMatchObject({ code: 2, stderr: expect.stringContaining('1 to 100 characters') });
  expect(blank.stderr).toContain('--by');
  const unnamed = await fleetReview('create', '--name', '', '--by', 'ada', '--role', 'org:admin');
  expect(unnamed).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("option '--name <name>' is empty"),
  });
  expect(unnamed.stderr).not.toContain('--permission');
});
