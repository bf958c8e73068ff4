import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { temporaryFolder } from './support/temporary-folder';

test('npm run dev shows the window from the dev server, under the page’s own scheme and policy, and hears of changes', async () => {
  test.setTimeout(180_000);
  const dev = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'scripts', 'dev.ts'), '--remote-debugging-port=0'],
    {
      cwd: projectRoot,
      env: { ...process.env, TENANTRY_USER_DATA: await temporaryFolder('dev') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  try {
    const said: string[] = [];
    const devtools = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said.push(chunk.toString());
        const address = /ws:\/\/127\.0\.0\.1:\d+\/devtools\/browser\/[\w-]+/.exec(said.join(''))?.[0];
        if (address !== undefined) resolve(address);
      };
      dev.stdout.on('data', hear);
      dev.stderr.on('data', hear);
      dev.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said.join('')}`)));
    });
    const browser = await chromium.connectOverCDP(devtools);
    const [page] = browser.contexts()[0]?.pages() ?? [];
    if (page === undefined) throw new Error('it has a window');
    expect(page.url()).toBe('app://tenantry/');
    const heard = page.waitForEvent('console', (message) => message.text() === '[vite] connected.');
    const answer = page.waitForResponse('app://tenantry/');
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text());
    });
    await page.reload();
    await heard;
    await expect(page.getByRole('heading', { name: 'Try the sandbox' })).toBeVisible();
    expect(refused).toEqual([]);
    expect((await answer).headers()['content-security-policy']).toContain("default-src 'none'");
    await browser.close();
  } finally {
    dev.kill('SIGTERM');
    await new Promise((resolve) => dev.once('exit', resolve));
  }
});
