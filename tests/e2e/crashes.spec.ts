import { expect, type Page, test } from '@playwright/test';
import { pidOf } from './support/app-process';
import { goTo, synced } from './support/connect';
import { command, tray } from './support/edits';
import { inPage } from './support/in-page';
import { type LaunchedApp, launchApp } from './support/launch-app';

test.describe.configure({ mode: 'serial' });

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
  await launched.window.getByRole('button', { name: 'open Northwind' }).click();
  await synced(launched.window);
  await goTo(launched.window, 'Organizations');
});
test.afterAll(() => launched.quit());

test('a killed engine is noticed, explained and started again, with every staged edit', async () => {
  const { app, window } = launched;
  await stageSeats(window, 'Abshire Labs', '90');
  await expect(tray(window)).toContainText('1 staged');

  const explained = window.getByText('The engine stopped and is being started again.').waitFor();
  const killed = await pidOf(app, 'engine');
  process.kill(killed, 'SIGKILL');
  await explained;
  await expect(window.getByText('The engine stopped')).toBeHidden();

  expect(await pidOf(app, 'engine')).not.toBe(killed);
  await expect(tray(window)).toContainText('1 staged');
  await expect(window.getByRole('row', { name: 'Abshire Labs' })).toContainText('/90');
  await stageSeats(window, 'Auer Health', '95');
  await expect(tray(window)).toContainText('2 staged');
});

test('a killed service of a sandbox workspace comes back at its address', async () => {
  const { app, window } = launched;
  const killed = await pidOf(app, 'sandbox');
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => pidOf(app, 'sandbox').catch(() => killed)).not.toBe(killed);
  await command(window, 'Sync now');
  await synced(window);
});

test('a killed page comes back where it was, with what was typed and not staged', async () => {
  const { app, window } = launched;
  await openSeats(window, 'Aufderhar Insurance');
  await window.getByRole('textbox', { name: 'Seats' }).fill('77');
  // What is typed is on its way to the engine for some milliseconds after the key.
  await window.waitForTimeout(250);

  const killed = await pidOf(app, 'page');
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => pidOf(app, 'page').catch(() => killed)).not.toBe(killed);

  await expect.poll(() => inPage(app, "document.querySelector('[data-inspector] input')?.value")).toBe('77');
  const text = await inPage<string>(app, 'document.body.innerText');
  expect(text).toContain('Restored: you had typed this and not staged it.');
  expect(text).toContain('2 staged');
});

async function openSeats(window: Page, organization: string): Promise<void> {
  await window.getByRole('row', { name: organization }).click();
  await window.getByRole('button', { name: 'Edit Seats' }).click();
}

async function stageSeats(window: Page, organization: string, seats: string): Promise<void> {
  await openSeats(window, organization);
  await window.getByRole('textbox', { name: 'Seats' }).fill(seats);
  await window.keyboard.press('Enter');
}
