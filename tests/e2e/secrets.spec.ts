import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { filesHolding, filesOf } from '../support/folders/files-holding';
import { passphrase } from '../support/passphrase';
import { pidOf } from './support/app-process';
import { connect, goTo, synced } from './support/connect';
import { launchApp } from './support/launch-app';
import { searchMemory } from './support/search-memory';
import { startService } from './support/service';

/** What an admin types and keeps, and what a version before wrote in the clear: none of it stands in the rest of the profile. */
const typed = 'Zephyrine Holdings 7731';
const viewed = 'quillwork-4482';
const older = 'Marmalade Partners 9014';

test('the API key stays with the engine: not in the page, not on its wire, not on disk', async () => {
  const service = await startService(0.05);
  const { secretKey } = service;
  const first = await launchApp();
  await connect(first.window, service, 'Acme');
  const [organization, second] = await service.list('/organizations?limit=2');
  const [name, otherName] = [String(organization?.name), String(second?.name)];
  await goTo(first.window, 'Organizations');
  await saveView(first.window, viewed);
  await plantOldDraft(first.window, String(second?.id), older);
  await openName(first.window, name);
  // The engine is slow, and the app quits at once: the last letter is written all the same.
  const engine = await pidOf(first.app, 'engine');
  process.kill(engine, 'SIGSTOP');
  await first.window.getByRole('textbox', { name: 'Name', exact: true }).pressSequentially(typed);
  setTimeout(() => process.kill(engine, 'SIGCONT'), 1_500);
  await first.quit();

  await test.step('no file of the profile holds the key, the passphrase, a record or what was typed in the clear', async () => {
    const texts = [secretKey, passphrase, name, typed, viewed];
    expect(await filesHolding(first.userData, texts)).toEqual([]);
    expect(await filesHolding(first.userData, [older])).not.toEqual([]);
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
  await test.step('what was typed is there again, also what an earlier version kept', async () => {
    await goTo(window, 'Organizations');
    await window.getByRole('button', { name: 'Saved views' }).click();
    await expect(window.getByRole('menuitem', { name: viewed, exact: true })).toBeVisible();
    await window.keyboard.press('Escape');
    for (const [row, text] of [
      [name, typed],
      [otherName, older],
    ] as const) {
      await window.getByRole('row', { name: row }).click();
      await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(text);
    }
  });
  await goTo(window, 'Memberships');

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

  await test.step('left alone, the workspace closes with its keys; a secret leaves the clipboard; what was typed is kept', async () => {
    await goTo(window, 'Settings');
    await window.getByRole('radiogroup', { name: 'After' }).getByText('5 min', { exact: true }).click();
    await goTo(window, 'Organizations');
    await window.getByRole('row', { name }).click();
    await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(typed);
    const copied = await window.evaluate((secret) => {
      const { tenantry } = window as unknown as {
        tenantry: { call(name: string, input: object): Promise<unknown> };
      };
      return tenantry.call('copySecret', { secret });
    }, 'shown-once-5521');
    expect(copied).toMatchObject({ ok: true });
    const clipboard = () => app.evaluate(({ clipboard }) => clipboard.readText());
    expect(await clipboard()).toBe('shown-once-5521');
    const engine = await pidOf(app, 'engine');
    await window.getByRole('textbox', { name: 'Name', exact: true }).fill(`${typed} b`);
    await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));

    await expect(window.getByText('Locked, as this machine was left. What you typed is kept.')).toBeVisible();
    // Its end is told a moment before the system has taken it off its list.
    await expect.poll(() => existsSync(`/proc/${engine}`)).toBe(false);
    expect(await clipboard()).toBe('');
    await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.getByRole('button', { name: 'Unlock' }).click();
    await expect(window.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(`${typed} b`);
  });

  await quit();
  expect(await filesHolding(first.userData, [typed, viewed, older])).toEqual([]);
  await service.stop();
});

async function saveView(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name: 'Saved views' }).click();
  await window.getByRole('textbox', { name: 'Name of the view' }).fill(name);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem', { name, exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
}

async function openName(window: Page, organization: string): Promise<void> {
  await window.getByRole('row', { name: organization }).click();
  await window.getByRole('button', { name: 'Edit Name' }).click();
}

/** Leaves a draft of an organization's name as versions did that kept them in the window's own database. */
async function plantOldDraft(window: Page, organizationId: string, value: string): Promise<void> {
  await window.evaluate(
    async ([id, text]) => {
      const { tenantry } = window as unknown as {
        tenantry: { call(name: string, input: object): Promise<{ value: { id: string }[] }> };
      };
      const [workspace] = (await tenantry.call('workspaces', {})).value;
      const opening = indexedDB.open('tenantry-window', 10);
      opening.onupgradeneeded = () => {
        const db = opening.result;
        db.createObjectStore('formDrafts', { keyPath: 'key' }).createIndex('updatedAt', 'updatedAt');
        db.createObjectStore('savedViews', { keyPath: 'id', autoIncrement: true }).createIndex(
          '[workspaceId+screen]',
          ['workspaceId', 'screen'],
        );
        db.createObjectStore('recents', { keyPath: 'key' }).createIndex('[workspaceId+at]', [
          'workspaceId',
          'at',
        ]);
      };
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      const put = opening.result.transaction('formDrafts', 'readwrite');
      put.objectStore('formDrafts').put({
        key: `${workspace?.id}/organization/${id}/name`,
        value: text,
        updatedAt: Date.now(),
      });
      await new Promise((done) => {
        put.oncomplete = done;
      });
      opening.result.close();
    },
    [organizationId, value],
  );
}
