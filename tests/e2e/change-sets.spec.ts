import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review, stageRole, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject, roleOnService } from './support/pick-subject';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

/** Opens the panel of change sets and a menu item of the first of them. */
async function ofSet(window: Page, item: string): Promise<void> {
  await goTo(window, 'Changes');
  const sets = window.getByRole('button', { name: 'Change sets' });
  if ((await sets.getAttribute('aria-pressed')) !== 'true') await sets.click();
  await window
    .getByRole('button', { name: /^Actions of/ })
    .first()
    .click();
  await window.getByRole('menuitem', { name: item }).click();
}

test('an applied change set is taken back as a whole', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Acme');
  await stageRole(window, subject, 'Admin');
  await review(window);
  await apply(window, 'Apply 1 change');
  expect(await roleOnService(service, subject)).toBe('org:admin');

  await window.getByRole('button', { name: 'Close report' }).click();
  await ofSet(window, 'Take back what was applied…');
  await window.getByRole('dialog').getByRole('button', { name: 'Stage the opposite' }).click();
  await expect(tray(window)).toContainText('1 staged');
  await review(window);
  await apply(window, 'Apply 1 change');
  expect(await roleOnService(service, subject)).toBe('org:member');
  await quit();
  await service.stop();
});

test('a signed change set is checked by a colleague, approved and applied; a tampered one is named', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const folder = await temporaryFolder('signed');
  const [signed, forged, verdict] = ['signed', 'forged', 'verdict'].map((name) =>
    join(folder, `${name}.json`),
  );
  if (!signed || !forged || !verdict) throw new Error('unreachable');

  await test.step('the author signs', async () => {
    const { app, window, quit } = await launchApp();
    await connect(window, service, 'Author');
    await stageRole(window, subject, 'Admin');
    await expect(tray(window)).toContainText('1 staged');
    await saveTo(app, signed);
    await ofSet(window, 'Save as a signed file…');
    await window.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await window.getByRole('button', { name: 'Sign and save' }).click();
    await expect(window.getByRole('dialog')).toBeHidden();
    await quit();
  });

  const text = await readFile(signed, 'utf8');
  await writeFile(forged, text.replaceAll('org:admin', 'org:viewer'));
  expect(text).toContain('org:admin');
  expect(text).not.toContain(service.secretKey);

  const { app, window, quit } = await launchApp();
  await connect(window, service, 'Colleague');
  await goTo(window, 'Changes');
  const open = window.locator('input[type="file"]');

  await test.step('what was tampered with is refused by name', async () => {
    await open.setInputFiles(forged);
    await expect(window.getByText(/signature|tampered|altered|changed after/i).first()).toBeVisible();
    await expect(tray(window)).toContainText('Nothing staged');
  });

  await test.step('the colleague sees who signed, cannot apply before approving, approves and applies', async () => {
    await open.setInputFiles(signed);
    await expect(window.getByRole('dialog')).toContainText('Signed by Ada');
    await window.getByRole('dialog').getByRole('button', { name: 'Show it' }).click();
    await expect(tray(window)).toContainText('1 staged');

    await goTo(window, 'Settings');
    const required = window.getByRole('switch', { name: 'Apply only what a colleague approved' });
    await required.press('Space');
    await expect(required).toBeChecked();
    await review(window);
    await expect(window.getByText('No colleague has approved it as it stands.')).toBeVisible();
    await expect(window.getByRole('button', { name: /^Apply/ })).toBeDisabled();
    await window.getByRole('button', { name: 'Back to staged' }).click();

    await saveTo(app, verdict);
    await ofSet(window, 'Approve…');
    await window.getByRole('textbox', { name: 'Your name' }).fill('Grace');
    await window.getByRole('textbox', { name: 'Note' }).fill('As agreed in the call');
    await window.getByRole('button', { name: 'Sign approval and save' }).click();
    await expect(window.getByText('As agreed in the call').first()).toBeVisible();
    await expect.poll(() => readFile(verdict, 'utf8').catch(() => '')).toContain('As agreed in the call');
    await window.getByRole('button', { name: /^Review 1/ }).click();
    await apply(window, 'Apply 1 change');
    expect(await roleOnService(service, subject)).toBe('org:admin');
  });
  await quit();
  await service.stop();
});
