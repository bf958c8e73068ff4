import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { ReviewPage, ReviewSummary } from '@shared/contract/reviews';
import { expect, onTestFinished, test } from 'vitest';
import { buildCli } from './build-cli';
import { jsonOf, runCli } from './run-cli';

test('a review is made, decided by words and by files, closed, applied, exported and verified, all by the command line', async () => {
  const cli = await buildCli();
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.03, limits: 'none' });
  onTestFinished(() => sandbox.close());
  const folder = await mkdtemp(join(tmpdir(), 'tenantry-reviews-'));
  const secrets = {
    TENANTRY_PASSPHRASE: 'correct horse battery staple',
    TENANTRY_API_KEY: sandbox.secretKey,
  };
  const tenantry = (words: readonly string[], input = '') =>
    runCli(cli, [...words, '--dir', join(folder, 'workspace'), '--json'], secrets, input);
  const review = <T = ReviewSummary>(words: readonly string[], input = '') =>
    tenantry(['review', ...words], input).then((run) => jsonOf<T>(run));
  await tenantry(['init', '--url', sandbox.url, '--name', 'Reviews']);
  await tenantry(['pull']);

  const by = ['--by', 'Ada'];
  const viewers = ['--role', 'org:member', '--where', 'createdAt > 2020-01-01'];
  const made = await review(['create', '--name', 'Members', ...viewers, '--reviewer', 'Ada', ...by]);
  expect(made).toMatchObject({ code: 0, value: { mine: true, counts: { keep: 0 } } });
  expect(made.value.scopeText).toMatch(/^Role .+ · createdAt/);
  for (const wrong of [
    ['create', '--name', 'All', ...by],
    ['create', '--name', 'Odd', '--where', 'rôle=x', ...by],
    ['create', '--name', 'None', '--permission', 'org:no:such', ...by],
    ['decide', 'Members', 'orgmem_none', 'revoke', ...by],
    ['export', 'Members', '--format', 'pdf', '--out', join(folder, 'no.pdf'), ...by],
  ])
    expect([wrong, (await tenantry(['review', ...wrong])).code]).toEqual([wrong, 2]);

  const { rows } = (await review<ReviewPage>(['show', 'Members'])).value;
  const free = rows.filter(({ item }) => item.origin !== 'directory').map(({ item }) => item.membershipId);
  const [one = '', two = '', three = ''] = free;
  expect(
    (await review(['decide', 'Members', one, 'revoke', '--note', 'left', ...by])).value.counts,
  ).toMatchObject({
    revoke: 1,
  });
  expect((await tenantry(['review', 'decide', 'Members', one, 'keep', '--by', 'Eve'])).code).toBe(4);
  const table = `item,decision,note\n${two},keep,"needs, it"\n${three},Unknown,\n`;
  const fromTable = await review(['decide', 'Members', '--from', '-', ...by], table);
  expect(fromTable.value.counts).toMatchObject({ revoke: 1, keep: 1, unknown: 1 });
  const odd = await tenantry(['review', 'decide', 'Members', '--from', '-', ...by], `${table}x,perhaps,\n`);
  expect(odd.code).toBe(2);
  expect(odd.stderr).toContain('line 4: decision');
  const json = JSON.stringify([{ item: three, decision: 'open' }]);
  expect((await review(['decide', 'Members', '--from', '-', ...by], json)).value.counts).toMatchObject({
    unknown: 0,
  });

  const stays = await review<{ stays: readonly unknown[] }>(['close', 'Members', '--dry-run', ...by]);
  expect(stays.value.stays).toEqual([]);
  expect(await review(['close', 'Members', ...by])).toMatchObject({
    code: 0,
    value: { evidence: [{ item: one, state: 'staged' }], summary: { counts: { revoke: 1 } } },
  });
  expect((await tenantry(['apply'])).code).toBe(0);
  await tenantry(['pull']);
  const out = join(folder, 'members.json');
  expect((await review(['export', 'Members', '--out', out, ...by])).code).toBe(0);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  expect((await tenantry(['review', 'export', 'Members', '--out', out, ...by])).code).toBe(2);

  const verify = (file: string) =>
    runCli(cli, ['review', 'verify', file, '--json']).then((run) => jsonOf(run));
  expect(await verify(out)).toMatchObject({ code: 0, value: { verified: true, evidence: { verified: 1 } } });
  const changed = join(folder, 'changed.json');
  await writeFile(changed, (await readFile(out, 'utf8')).replace('"left"', '"lift"'));
  expect(await verify(changed)).toMatchObject({
    code: 5,
    value: { verified: false, why: expect.stringContaining('was changed after it was made') },
  });
  expect((await runCli(cli, ['review', 'verify', join(folder, 'nowhere.json')])).code).toBe(2);
  const vanta = join(folder, 'vanta.csv');
  await tenantry(['review', 'export', 'Members', '--format', 'vanta', '--out', vanta, ...by]);
  expect((await readFile(vanta, 'utf8')).match(/,Deactivated,No,/g)).toHaveLength(1);
}, 240_000);
