import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pidOf } from './support/app-process';
import { connect, passphrase, synced } from './support/connect';
import { launchApp } from './support/launch-app';
import { searchMemory } from './support/search-memory';
import { startService } from './support/service';

test('the API key stays with the engine: not in the page, not on its wire, not on disk', async () => {
  const service = await startService(0.05);
  const { secretKey } = service;
  const first = await launchApp();
  await connect(first.window, service, 'Acme');
  await first.quit();

  await test.step('no file of the profile holds the key, the passphrase or a record in the clear', async () => {
    const [organization] = await service.list('/organizations?limit=1');
    const texts = [secretKey, passphrase, String(organization?.name)];
    const hits: string[] = [];
    for (const file of await filesOf(first.userData)) {
      const bytes = await readFile(file);
      const held = texts.filter(
        (text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')),
      );
      hits.push(...held.map((text) => `${file}: ${text}`));
    }
    expect(hits).toEqual([]);
  });

  const [workspace = ''] = await readdir(join(first.userData, 'workspaces'));
  const { app, window, quit } = await launchApp({
    userData: first.userData,
    switches: [`tenantry://workspace/${workspace}/memberships`],
  });

  await test.step('a link into a locked workspace waits for its passphrase, and then leads there', async () => {
    await expect(window.getByText('A link leads to Memberships of it.')).toBeVisible();
    await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.getByRole('button', { name: 'Unlock' }).click();
    await expect(window.getByRole('heading', { level: 1, name: 'Memberships' })).toBeVisible();
    await synced(window);
  });

  await test.step('every answer of the shell, every storage and the document are without it', async () => {
    const seen = await window.evaluate(async () => {
      const { tenantry } = window as unknown as {
        tenantry: { call(name: string, input: object): Promise<unknown> };
      };
      const answers = await Promise.all(
        ['info', 'workspaces', 'engineState'].map((name) => tenantry.call(name, {})),
      );
      return JSON.stringify([
        answers,
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        document.documentElement.outerHTML,
      ]);
    });
    expect(seen).toContain('Acme');
    expect(seen).not.toContain(secretKey);
  });

  await test.step('the memory of the page does not hold it, that of the engine does', async () => {
    test.skip(process.platform !== 'linux');
    const [page, engine] = [await pidOf(app, 'page'), await pidOf(app, 'engine')];
    expect(await searchMemory(page, [secretKey, service.url])).toEqual([service.url]);
    expect(await searchMemory(engine, [secretKey])).toEqual([secretKey]);
  });

  await test.step('no process has a secret in its arguments or environment', async () => {
    for (const pid of [await pidOf(app, 'page'), await pidOf(app, 'engine'), app.process().pid ?? 0]) {
      const shown =
        (await readFile(`/proc/${pid}/cmdline`, 'utf8')) + (await readFile(`/proc/${pid}/environ`, 'utf8'));
      expect(shown).not.toContain(secretKey);
      expect(shown).not.toContain(passphrase);
    }
  });

  await test.step('a crash leaves no dump of its memory', async () => {
    const crashed = await pidOf(app, 'engine');
    process.kill(crashed, 'SIGSEGV');
    await expect.poll(() => pidOf(app, 'engine').catch(() => crashed)).not.toBe(crashed);
    const files = await filesOf(first.userData);
    expect(files.filter((file) => /\.dmp|[/\\]core/.test(file))).toEqual([]);
  });

  await quit();
  await service.stop();
});

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
