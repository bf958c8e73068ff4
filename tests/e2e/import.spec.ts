import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo } from './support/connect';
import { dragFile } from './support/drop-file';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject } from './support/pick-subject';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

/** One pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Opens the dialog of the table in sight, and chooses a file in it. */
async function chooseFile(window: Page, name: string, lines: readonly string[]) {
  await window.getByRole('button', { name: 'Import…' }).click();
  const dialog = window.getByRole('dialog', { name: /^Import / });
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
  await dialog.locator('input[type="file"]').setInputFiles(file);
  return { dialog, lines: dialog.getByRole('grid', { name: 'Lines of the file' }) };
}

test('of 2,000 people 1,960 are staged offline, and 40 bad lines say why and leave as a file', async () => {
  const service = await startService(0.05, 'lumen');
  const { app, window, quit } = await launchApp();
  await connect(window, service, 'Import', 'B2C');
  await goTo(window, 'People');
  await service.crash();
  const good = Array.from({ length: 1_960 }, (_, at) => `kim${at}@import.example,Kim,Number ${at}`);
  const bad = Array.from({ length: 20 }, (_, at) => [
    `kim${at} at import,Kim,Odd`,
    `kim${at}@import.example,Kim,Twice`,
  ]);
  // A file that takes a while is told how far it is, and ended: nothing of it is left.
  const many = Array.from({ length: 200_000 }, (_, at) => `kim${at}@import.example,Kim,Number ${at}`);
  const slow = await chooseFile(window, 'many.csv', ['Email,First name,Surname', ...many]);
  await expect(slow.dialog.getByText(/^Looking at line [\d,]+ of 200,000$/)).toBeVisible();
  await slow.dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(slow.dialog.getByRole('button', { name: 'Stop' })).toBeHidden();
  await expect(slow.lines).toBeHidden();
  await slow.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(slow.dialog).toBeHidden();

  const { dialog, lines } = await chooseFile(window, 'starters.csv', [
    'Email,First name,Surname',
    ...good,
    ...bad.flat(),
  ]);
  await expect(lines).toHaveAttribute('aria-rowcount', '2001');
  await expect(dialog.getByText('New 1,960', { exact: true })).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);

  await dialog.getByText('Refused 40', { exact: true }).click();
  await expect(lines).toHaveAttribute('aria-rowcount', '41');
  await expect(lines.getByRole('row').nth(1)).toContainText('Email must be an email address');
  await expect(lines.getByRole('row').nth(2)).toContainText('Line 2 is about the same: keep one of the two.');
  const saved = join(await temporaryFolder('import'), 'refused.csv');
  await saveTo(app, saved);
  await dialog.getByRole('button', { name: 'Save 40 refused lines…' }).click();
  await expect
    .poll(async () => (await readFile(saved, 'utf8').catch(() => '')).split('\r\n').length)
    .toBe(42);

  await dialog.getByRole('button', { name: 'Stage 1,960 changes' }).click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  await expect(window.getByText('Staged. 1,960 changes from starters.csv')).toBeVisible();
  await window.getByRole('textbox', { name: 'Filter people' }).fill('kim1959@import.example');
  await expect(window.getByRole('grid')).toContainText('Kim Number 1959');
  await window.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(window.getByRole('grid')).not.toContainText('Kim Number 1959');
  await quit();
});

test('a list of leavers, its column said, bans whom it names and nobody else', async () => {
  const service = await startService(0.05, 'lumen');
  const { window, quit } = await launchApp();
  await connect(window, service, 'Leavers', 'B2C');
  await goTo(window, 'People');
  const people = (await service.list('/users?limit=40')) as readonly {
    readonly banned: boolean;
    readonly email_addresses: readonly { readonly email_address: string }[];
  }[];
  const leavers = people
    .filter(({ banned }) => !banned)
    .flatMap(({ email_addresses: [first] }) => first?.email_address ?? [])
    .slice(0, 3);
  const list = ['Wer;gesperrt', ...leavers.map((email) => `${email};raus`), 'typo@nowhere.example;raus'];
  const { dialog, lines } = await chooseFile(window, 'leavers.csv', list);
  await expect(dialog).toContainText('None of the columns looks like a field of user');
  await dialog.getByRole('combobox', { name: 'Field of Wer' }).click();
  const field = (column: string, name: string) =>
    window.getByRole('listbox', { name: `Field of ${column}` }).getByRole('option', { name });
  await field('Wer', 'Email (email)').click();
  await dialog.getByRole('combobox', { name: 'Field of gesperrt' }).click();
  await field('gesperrt', 'Banned (banned)').click();
  await expect(lines.getByRole('row').nth(1)).toContainText('Banned must be yes or no (true, false, 1, 0)');
  await expect(dialog.getByRole('button', { name: 'Nothing to stage' })).toBeDisabled();

  const mended = {
    name: 'leavers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list.join('\n').replaceAll(';raus', ';yes').replace('Wer;gesperrt', 'email;banned')),
  };
  await dialog.locator('input[type="file"]').setInputFiles(mended);
  await expect(lines.getByRole('row').nth(1)).toContainText('Banned: off → on');
  await expect(lines.getByRole('row').nth(4)).toContainText(
    'The copy has no person called typo@nowhere.example, and a new one cannot be made as “Banned”',
  );
  await dialog.getByRole('button', { name: 'Stage 3 changes' }).click();
  await expect(dialog).toBeHidden();
  await review(window);
  await apply(window, 'Apply');
  const banned = async () =>
    ((await service.list('/users?limit=100')) as typeof people)
      .filter((person) => person.banned)
      .flatMap(({ email_addresses: [first] }) => first?.email_address ?? []);
  expect(await banned()).toEqual(expect.arrayContaining(leavers));
  await quit();
});

test('lines of a spreadsheet are pasted into Invite and among the members, each with what becomes of it', async () => {
  const service = await startService(0.1);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Pasted');
  const subject = await pickSubject(service);
  await goTo(window, 'Organizations');
  await window.getByRole('textbox', { name: 'Filter organizations' }).fill(subject.organization.name);
  await window.getByRole('row', { name: subject.organization.name }).click();
  await window.getByRole('button', { name: 'Open page' }).click();
  await window.getByRole('tab', { name: 'Invitations' }).click();
  await window.getByRole('button', { name: /^Invite/ }).click();
  const dialog = window.getByRole('dialog');
  const lines = dialog.getByRole('grid', { name: 'Lines of the file' });
  const typed = dialog.getByRole('textbox', { name: 'Email addresses' });
  await typed.fill(
    `Name\tEmail\tRole\nKim\tkim@paste.example\tMember\nOdd\todd at paste\tMember\nLee\tlee@paste.example\tEmperor`,
  );
  await expect(lines.getByRole('row').nth(1)).toContainText('Role: Member');
  await expect(lines.getByRole('row').nth(3)).toContainText('is “Emperor”');
  await expect(dialog.getByRole('combobox', { name: 'Role' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Stage invitation' }).click();
  // What was refused stays, to be mended.
  await expect(typed).toHaveValue(
    'Name\tEmail\tRole\nOdd\todd at paste\tMember\nLee\tlee@paste.example\tEmperor',
  );
  await typed.fill('Name\tEmail\tRole\nLee\tlee@paste.example\tAdmin');
  await expect(lines.getByRole('row').nth(1)).toContainText('Role: Admin');
  await dialog.getByRole('button', { name: 'Stage invitation' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('grid')).toContainText('lee@paste.example');

  await window.getByRole('tab', { name: 'Members' }).click();
  await window.getByRole('button', { name: 'Paste…' }).click();
  await dialog
    .getByRole('textbox', { name: 'People, from a spreadsheet' })
    .fill(`${subject.member.email}\nnobody@paste.example`);
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await window.getByRole('option', { name: 'Viewer', exact: true }).click();
  await expect(lines.getByRole('row').nth(1)).toContainText('→ Viewer');
  await expect(lines.getByRole('row').nth(2)).toContainText('There is no person “nobody@paste.example”');
  await dialog.getByRole('button', { name: 'Stage 1 change' }).click();
  await expect(dialog.getByRole('textbox', { name: 'People, from a spreadsheet' })).toHaveValue(
    'nobody@paste.example',
  );
  // Looked at anew, what is left is all there is; below it nothing moves any more.
  await expect(lines.getByRole('row')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();

  // A file that is dropped anywhere leads to what takes it, and the page stays where it is.
  const folder = await temporaryFolder('dropped');
  const put = async (name: string, content: string | Buffer) => {
    await writeFile(join(folder, name), content);
    return dragFile(window, join(folder, name));
  };
  const dropLogo = await put('logo.png', dot);
  await expect(window.getByText(/^Drop an image, a table/)).toBeVisible();
  await dropLogo();
  await expect(window.getByText(/^Drop an image, a table/)).toBeHidden();
  await expect(window.getByRole('img', { name: 'The staged logo' })).toBeVisible();
  await (await put('notes.html', '<h1>No page of ours</h1>'))();
  await expect(window.getByText(/^notes\.html cannot be used here/)).toBeVisible();
  await (await put('starters.csv', 'Email\nlee@drop.example'))();
  const dropped = window.getByRole('dialog', { name: 'Import people' });
  await expect(dropped.getByText('New 1', { exact: true })).toBeVisible();
  await quit();
});
