import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const repo = fileURLToPath(new URL('../../', import.meta.url));

type Ready = {
  readonly url: string;
  readonly controlUrl: string;
  readonly secretKey: string;
  readonly keys: readonly string[];
  readonly applications: readonly { readonly name: string; readonly secretKey: string }[];
  readonly pid: number;
};

const run = (...flags: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src-main/sandbox/cli.ts', ...flags], {
    cwd: repo,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  return { child, lines, ready: once(output, 'line'), ended: once(child, 'close'), errors: () => errors };
};

describe('the command line', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'prints one JSON line, serves, and closes on %s',
    async (signal) => {
      const { child, lines, ready, ended, errors } = run(
        '--world',
        'northwind',
        '--seed',
        '1',
        '--scale',
        '0.05',
      );
      await ready;
      const line = JSON.parse(lines[0] ?? '') as Ready;
      expect(line).toMatchObject({ world: 'northwind', seed: 1, scale: 0.05, pid: child.pid });
      expect(line.keys).toEqual([line.secretKey, expect.stringMatching(/^sk_test_/)]);
      expect(line.applications[0]).toMatchObject({
        name: 'Northwind',
        scenario: 'b2b',
        secretKey: line.secretKey,
      });
      const response = await fetch(`${line.url}/v1/users/count`, {
        headers: { authorization: `Bearer ${line.secretKey}` },
      });
      expect(await response.json()).toMatchObject({ total_count: 250 });
      expect((await fetch(`${line.controlUrl}/state`)).status).toBe(200);
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(lines).toHaveLength(1);
      expect(errors()).toBe('');
    },
  );

  it('closes with --watch-stdin when its input ends', async () => {
    const { child, ready, ended } = run('--scale', '0.05', '--watch-stdin');
    await ready;
    child.stdin.end();
    expect(await ended).toEqual([0, null]);
  });

  it.each([
    [
      ['--world', 'atlantis'],
      'unknown_world: There is no world "atlantis". Known worlds: northwind, lumen, campus.',
    ],
    [['--data', '/dev/null/here'], 'data_dir_unusable: Cannot keep data in /dev/null/here'],
    [['--scale', 'big'], 'bad_option: Option scale'],
  ])('says on stderr why %j cannot start, and exits 1', async (flags, message) => {
    const { lines, ended, errors } = run(...flags);
    expect(await ended).toEqual([1, null]);
    expect(errors()).toContain(message);
    expect(lines).toEqual([]);
  });
});
