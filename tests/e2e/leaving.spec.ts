import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { killProcessTree, processTree } from '../qa-kit/kill-process-tree';
import { temporaryFolder } from './support/temporary-folder';

/** Command line of a process; empty where there is none any more. */
const commandOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');

const commands = async (pids: readonly number[]): Promise<readonly string[]> =>
  (await Promise.all(pids.map(commandOf))).filter((command) => command !== '');

test.skip(process.platform !== 'linux', 'npm start with a virtual display');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} to the npm of npm start ends launcher, display and app`, async () => {
    const { DISPLAY: _none, ...environment } = process.env;
    const npm = spawn('npm', ['start'], {
      cwd: projectRoot,
      env: { ...environment, TENANTRY_USER_DATA: await temporaryFolder('leaving') },
      stdio: 'ignore',
    });
    const root = npm.pid ?? 0;
    const running = async (): Promise<string> => (await commands(await processTree(root))).join('\n');
    try {
      // The page's process is the last to come; the launcher holds no bundler any more.
      await expect.poll(running, { timeout: 120_000 }).toContain('--type=renderer');
      expect(await running()).toContain('Xvfb');
      expect(await running()).not.toContain('build.ts');
      const started = await processTree(root);
      expect(started.length).toBeGreaterThan(5);
      const ended = once(npm, 'exit');
      process.kill(root, signal);
      await ended;
      await expect.poll(() => commands(started), { timeout: 30_000 }).toEqual([]);
    } finally {
      await killProcessTree(root);
    }
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} to the npm of npm run sandbox ends the service`, async () => {
    const data = await temporaryFolder('leaving-sandbox');
    const npm = spawn('npm', ['run', '--silent', 'sandbox', '--', '--scale', '0.02', '--data', data], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const root = npm.pid ?? 0;
    try {
      const [line] = await once(npm.stdout, 'data');
      const { url } = JSON.parse(String(line)) as { url: string };
      expect((await fetch(url)).status).toBeGreaterThan(0);
      const started = await processTree(root);
      expect(started.length).toBeGreaterThan(1);
      const ended = once(npm, 'exit');
      process.kill(root, signal);
      await ended;
      await expect.poll(() => commands(started), { timeout: 10_000 }).toEqual([]);
    } finally {
      await killProcessTree(root);
    }
  });
}
