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
  const tenantry = (words: readonly string[], input = '', place = 'workspace') =>
    runCli(cli, [...words, '--dir', join(folder, place), '--json'], secrets, input);
  const review = <T = ReviewSummary>(words: readonly string[], input = '') =>
    tenantry(['review', ...words], input).then((run) => jsonOf<T>(run));
  await tenantry(['init', '--url', sandbox.url, '--name', 'Reviews']);
  await tenantry(['pull']);

  const by = ['--by', 'Ada'];
  const viewers = ['--role', 'org:member', '--where', 'createdAt > 2020-01-01'];
  const made = await review([
    'create',
    '--name',
    'Members',
    ...viewers,
    '--reviewer',
    'Ada',
    '--reviewer',
    'Bob',
    ...by,
  ]);
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
  const [one = '', two = '', three = '', four = ''] = free;
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

  // A note is kept until another one is given; an empty one takes it away.
  const noteOf = async (item: string) => {
    const { rows } = (await review<ReviewPage>(['show', 'Members'])).value;
    return rows.find((row) => row.item.membershipId === item)?.decisions[0]?.note;
  };
  await review(['decide', 'Members', two, 'revoke', ...by]);
  expect(await noteOf(two)).toBe('needs, it');
  await review(['decide', 'Members', '--from', '-', ...by], `item,decision,note\n${two},keep,\n`);
  expect(await noteOf(two)).toBe('needs, it');
  await review(['decide', 'Members', two, 'keep', '--note', '', ...by]);
  expect(await noteOf(two)).toBe('');

  // A colleague takes the file in, decides what Ada decides otherwise meanwhile, and gives theirs back.
  const [handed, answer] = [join(folder, 'handed.json'), join(folder, 'answer.json')];
  await review(['export', 'Members', '--out', handed, ...by]);
  await review(['decide', 'Members', four, 'keep', ...by]);
  const colleague = (words: readonly string[]) => tenantry(['review', ...words], '', 'colleague');
  await tenantry(['init', '--url', sandbox.url, '--name', 'Colleague'], '', 'colleague');
  const got = jsonOf<{ added: number; summary: ReviewSummary }>(await colleague(['take', handed]));
  expect(got).toMatchObject({ code: 0, value: { left: '', from: { name: 'Ada', self: false } } });
  expect(got.value.summary).toMatchObject({
    mine: false,
    hash: made.value.hash,
    counts: { revoke: 1, keep: 1 },
  });
  expect((await colleague(['decide', 'Members', four, 'revoke', '--by', 'Bob'])).code).toBe(0);
  await colleague(['export', 'Members', '--out', answer, '--by', 'Bob']);
  const spoilt = join(folder, 'spoilt.json');
  await writeFile(spoilt, (await readFile(answer, 'utf8')).replace('"by": "Bob"', '"by": "Rob"'));
  const refused = await tenantry(['review', 'take', spoilt]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('Nothing was taken over')]);
  expect((await review(['list'])).value).toMatchObject([{ counts: { disputed: 0 } }]);
  expect(await review(['take', answer])).toMatchObject({
    code: 5,
    value: { added: 1, disputes: [expect.stringMatching(/Bob says revoke.*Ada says keep|Ada.*Bob/)] },
  });
  expect((await tenantry(['review', 'close', 'Members', ...by])).code).toBe(5);
  await review(['decide', 'Members', four, 'open', ...by]);

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
  // Byte by byte: a mark before it that any editor hides, a byte that is no letter.
  await writeFile(changed, Buffer.concat([Buffer.from('\uFEFF'), await readFile(out)]));
  expect(await verify(changed)).toMatchObject({
    code: 5,
    value: { why: expect.stringContaining('characters') },
  });
  await writeFile(changed, Buffer.concat([await readFile(out), Buffer.from([0xff])]));
  const notText = await runCli(cli, ['review', 'verify', changed]);
  expect([notText.code, notText.stderr]).toEqual([2, expect.stringContaining('is not UTF-8')]);
  const page = join(folder, 'members.html');
  expect((await review(['export', 'Members', '--format', 'html', '--out', page, ...by])).code).toBe(0);
  const html = await readFile(page, 'utf8');
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain(made.value.hash);
  expect(html.match(/read back gone \d{4}-/g)).toHaveLength(1);
  const vanta = join(folder, 'vanta.csv');
  await tenantry(['review', 'export', 'Members', '--format', 'vanta', '--out', vanta, ...by]);
  expect((await readFile(vanta, 'utf8')).match(/,Deactivated,No,/g)).toHaveLength(1);

  const unsure = await tenantry(['review', 'delete', 'Members']);
  expect([unsure.code, unsure.stderr]).toEqual([
    2,
    expect.stringMatching(/notes on 2: only a signed file.*1 revocation/),
  ]);
  expect(await review(['delete', 'Members', '--confirm'])).toMatchObject({
    code: 0,
    value: { deleted: made.value.id },
  });
  expect((await review(['list'])).value).toEqual([]);
}, 240_000);
