import { open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { passphrase } from '../support/passphrase';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo, synced } from './support/connect';
import { stageRole, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject } from './support/pick-subject';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

/** Page 21 of its database fails its seal from then on. */
async function damage(directory: string): Promise<void> {
  const file = await open(join(directory, 'tenantry.db'), 'r+');
  await file.write(Buffer.alloc(16, 7), 0, 16, 4_096 * 20 + 100);
  await file.close();
}

test('a workspace is checked and backed up from Settings, damage is told, and the backup brings it back', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const { app, window, userData, quit } = await launchApp();
  await connect(window, service, 'Acme');
  await stageRole(window, subject, 'Admin');
  await goTo(window, 'Settings');
  const care = window.getByRole('region', { name: 'Care of this workspace' });
  const check = care.getByRole('button', { name: 'Check integrity' });

  await check.click();
  await expect(
    care.getByText(/Sound: .* read, none damaged. The journal holds 1 staged change/),
  ).toBeVisible();

  await care.getByRole('button', { name: 'Check the service' }).click();
  await expect(
    care.getByText(/It answers, takes the key, and is the instance that was copied/),
  ).toBeVisible();

  const doctor = window.getByRole('dialog', { name: 'Doctor' });
  const seen = doctor.getByRole('status');
  const checkOf = (name: string) => doctor.getByRole('listitem').filter({ hasText: name });
  await test.step('the doctor looks at all of it, and finds nothing wrong', async () => {
    await window.getByRole('button', { name: 'Doctor…' }).click();
    await expect(seen).toHaveText('Nothing wrong was found.');
    await expect(checkOf('Journal')).toContainText('1 staged edits kept twice');
    await expect(checkOf('Network')).toContainText('the service answers');
    expect(await accessibilityFaults(window)).toEqual([]);
  });

  const report = join(await temporaryFolder('report'), 'report.zip');
  const saveReport = doctor.getByRole('button', { name: 'Save a report…' });
  const shown = (name: string) => doctor.getByRole('region', { name });
  await test.step('what it found is saved in one click, without names and addresses, and all of it is shown', async () => {
    await saveTo(app, null);
    await saveReport.click();
    await expect(saveReport).toBeEnabled();
    await saveTo(app, report);
    await saveReport.click();
    await expect(doctor.getByText(`Saved ${report}`)).toBeVisible();
    await expect(shown('checks.json')).toContainText('"detail": "1 staged edits kept twice"');
    await expect(shown('versions.json')).toContainText(/Tenantry \d+\.\d+\.\d+, Electron/);
    expect(await accessibilityFaults(window)).toEqual([]);
    const files = Object.entries(unzipSync(await readFile(report)));
    expect(files.map(([name]) => name)).toEqual([
      'versions.json',
      'checks.json',
      'settings.json',
      'counts.json',
    ]);
    for (const [name, bytes] of files) {
      const text = strFromU8(bytes);
      expect(await shown(name).locator('pre').textContent()).toBe(text);
      for (const hers of ['Acme', new URL(service.url).host, service.secretKey, userData])
        expect(text).not.toContain(hers);
    }
    await doctor.getByRole('button', { name: 'Back to the checks' }).click();
    await expect(saveReport).toBeFocused();
    await window.keyboard.press('Escape');
  });

  const folder = await temporaryFolder('backup');
  const backUp = care.getByRole('button', { name: 'Back up…' });
  await saveTo(app, null);
  await backUp.click();
  await expect(backUp).toBeEnabled();
  expect(await readdir(folder)).toEqual([]);
  const to = join(folder, 'acme.tenantry-backup');
  await saveTo(app, to);
  await backUp.click();
  await expect(care.getByText(`Backed up to ${to}`)).toContainText('1 staged change, read again');
  expect(await readdir(folder)).toEqual(['acme.tenantry-backup']);
  const text = await readFile(to, 'latin1');
  expect(text).toContain('TENANTRY BACKUP 1');
  expect(text).not.toContain(service.secretKey);

  // Somewhere in the profile, where a slip of the mouse could put it.
  const [id = ''] = await readdir(join(userData, 'workspaces'));
  const directory = join(userData, 'workspaces', id);
  await saveTo(app, join(directory, 'tenantry.db'));
  await backUp.click();
  await expect(care.getByRole('alert')).toContainText('would be lost with it');

  await damage(directory);
  await check.click();
  await expect(care.getByText(/Damaged: page 21 of .* The journal .* holds 1 staged change/)).toBeVisible();

  await test.step('closed, it is told from the first page, before anything opens it', async () => {
    await window.getByRole('button', { name: 'Close workspace' }).click();
    await window.getByRole('button', { name: 'Ask the doctor' }).click();
    await expect(seen).toHaveText('Nothing wrong was found.');
    await doctor.getByRole('combobox', { name: 'Look at' }).selectOption('Acme');
    await doctor.getByRole('textbox', { name: 'Passphrase of Acme' }).fill('not the passphrase');
    await doctor.getByRole('button', { name: 'Look', exact: true }).click();
    await expect(seen).toHaveText('1 of 5 is wrong.');
    await expect(checkOf('Key')).toContainText('passphrase');
    await doctor.getByRole('textbox', { name: 'Passphrase of Acme' }).fill(passphrase);
    await doctor.getByRole('button', { name: 'Look again' }).click();
    await expect(checkOf('Database')).toContainText('1 of');
    await expect(checkOf('Database')).toContainText('Restore the last backup');
    await expect(checkOf('Network')).toHaveCount(0);
    await saveTo(app, report);
    await saveReport.click();
    await expect(shown('checks.json')).toContainText('"code": "database-damaged"');
    await expect(shown('settings.json')).toContainText('"protection": "passphrase"');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: 'Open Acme' }).click();
    await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.getByRole('button', { name: 'Unlock' }).click();
  });

  const rescue = (name: string) => window.getByRole('listitem').filter({ hasText: name });
  await test.step('it opens to what can be done, in order, and nothing is done before it is chosen', async () => {
    await expect(window.getByRole('heading', { name: 'The database of Acme is damaged' })).toBeVisible();
    await expect(window.getByText(/^Page 21 of .* cannot be trusted/)).toBeVisible();
    await expect(rescue('Save what can be read')).toContainText('Can be read: 1 staged change');
    expect(await accessibilityFaults(window)).toEqual([]);
    expect((await readdir(directory)).filter((name) => name.includes('aside'))).toEqual([]);
    const edits = join(folder, 'edits.json');
    await saveTo(app, edits);
    await window.getByRole('button', { name: 'Save staged changes…' }).click();
    await expect(window.getByText(`Saved 1 change to ${edits}`)).toBeVisible();
    expect(JSON.parse(await readFile(edits, 'utf8'))).toMatchObject([{ action: { field: 'role' } }]);
    await rm(edits);
  });

  await test.step('a backup takes the place of the damaged one, which is kept', async () => {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, to);
    await window.getByRole('button', { name: 'Choose a backup…' }).click();
    await window.getByRole('textbox', { name: 'Passphrase of the backup' }).fill('not the passphrase');
    await window.getByRole('button', { name: 'Restore and open' }).click();
    await expect(window.getByText('The passphrase does not fit this backup')).toBeVisible();
    expect(await readdir(userData)).not.toContain('damaged');
    await window.getByRole('textbox', { name: 'Passphrase of the backup' }).fill(passphrase);
    await window.getByRole('button', { name: 'Restore and open' }).click();
    await synced(window);
    await expect(tray(window)).toContainText('1 staged');
    expect(await readdir(join(userData, 'damaged'))).toHaveLength(1);
    expect(await readdir(join(userData, 'workspaces'))).toEqual([id]);
  });

  await test.step('what can be read is saved, with what is staged, into a new database', async () => {
    await goTo(window, 'Settings');
    await damage(directory);
    await check.click();
    await expect(care.getByText(/Damaged: page 21 of/)).toBeVisible();
    await window.getByRole('button', { name: 'Close workspace' }).click();
    await window.getByRole('button', { name: 'Open Acme' }).click();
    await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await window.getByRole('button', { name: 'Unlock' }).click();
    await window.getByRole('button', { name: 'Save what can be read' }).click();
    await synced(window);
    await expect(tray(window)).toContainText('1 staged');
    await goTo(window, 'Settings');
  });

  await window.getByRole('button', { name: 'Forget workspace…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Forget workspace' }).click();
  // The first page comes as soon as it is closed; its files go behind that.
  await expect.poll(() => readdir(join(userData, 'workspaces'))).toEqual([]);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, to);
  await window.getByRole('button', { name: 'Restore a backup…' }).click();
  await expect(window.getByRole('heading', { name: 'Restore Acme' })).toBeVisible();
  const secret = window.getByRole('textbox', { name: 'Passphrase of the backup' });
  const restore = window.getByRole('button', { name: 'Restore and open' });
  await secret.fill('not the passphrase');
  await restore.click();
  await expect(window.getByText('The passphrase does not fit this backup')).toBeVisible();
  expect(await readdir(join(userData, 'workspaces'))).toEqual([]);
  await secret.fill(passphrase);
  await restore.click();
  await synced(window);
  await expect(tray(window)).toContainText('1 staged');

  await goTo(window, 'Settings');
  const change = care.getByRole('button', { name: /^Change passphrase/ });
  await change.click();
  await expect(care.getByRole('textbox', { name: 'Present passphrase' })).toBeFocused();
  await care.getByRole('textbox', { name: 'Present passphrase' }).fill(passphrase);
  await care.getByRole('textbox', { name: 'New passphrase' }).fill('slate heron candle 48');
  await change.click();
  await expect(window.getByText('The passphrase is changed')).toBeVisible();
  await window.getByRole('button', { name: 'Close workspace' }).click();
  await window.getByRole('button', { name: 'Open Acme' }).click();
  await window.getByRole('textbox', { name: 'Passphrase' }).fill('slate heron candle 48');
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(tray(window)).toContainText('1 staged');

  await test.step('a snapshot is saved, opens beside its workspace, and takes no edits', async () => {
    await goTo(window, 'Settings');
    const snapshot = join(folder, 'acme.tenantry-snapshot');
    await saveTo(app, snapshot);
    await care.getByRole('button', { name: 'Make a snapshot…' }).click();
    await care.getByRole('textbox', { name: 'Passphrase of the snapshot' }).fill('birch lamp orchard 12');
    await care.getByRole('button', { name: 'Choose where to save the snapshot…' }).click();
    await expect(care.getByText(`Saved as ${snapshot}`)).toBeVisible();
    expect(await readdir(folder)).toEqual(['acme.tenantry-backup', 'acme.tenantry-snapshot']);
    await window.getByRole('button', { name: 'Close workspace' }).click();
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, snapshot);
    await window.getByRole('button', { name: 'Restore a backup…' }).click();
    await window.getByRole('textbox', { name: 'Passphrase of the snapshot' }).fill('birch lamp orchard 12');
    await window.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(window.getByText('Snapshot, read only.')).toBeVisible();
    await expect(tray(window)).toHaveCount(0);
    await goTo(window, 'Organizations');
    await expect(window.getByRole('button', { name: 'New organization' })).toBeDisabled();
    await window.getByRole('row').nth(1).click();
    await expect(window.getByRole('button', { name: 'Edit Name' })).toBeDisabled();
  });
  await quit();
  await service.stop();
});
