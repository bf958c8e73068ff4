import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo, synced } from './support/connect';
import { apply, command, review, stageRole } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject } from './support/pick-subject';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

const renamed = 'Renamed by a colleague';

test('history tells what changed here and there, compares two moments, and shows a table as it was', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const { organization, member } = subject;
  const { app, window, quit } = await launchApp();
  await connect(window, service, 'Acme');

  await test.step('a colleague renames the organization; a role is changed from here', async () => {
    await service.patch(`/organizations/${organization.id}`, { name: renamed });
    await command(window, 'Sync now');
    await synced(window);
    await goTo(window, 'Organizations');
    await expect(window.getByRole('row', { name: renamed })).toBeVisible();
    await stageRole(window, { ...subject, organization: { ...organization, name: renamed } }, 'Admin');
    await review(window);
    await apply(window, 'Apply 1 change');
  });

  await test.step('the feed holds both, newest first, each with its source', async () => {
    await goTo(window, 'History');
    const entries = window.getByRole('list', { name: 'History' }).getByRole('listitem');
    await expect(entries).toHaveCount(2);
    await expect(entries.nth(0)).toContainText(`${member.name} in ${renamed}`);
    await expect(entries.nth(0)).toContainText('From here');
    await expect(entries.nth(1)).toContainText(organization.name);
    await expect(entries.nth(1)).toContainText('On the service');
    await window.getByRole('textbox', { name: 'Filter history' }).fill('RENAMED by');
    await expect(entries).toHaveCount(2);
    await window.getByRole('textbox', { name: 'Filter history' }).fill(member.name);
    await expect(entries).toHaveCount(1);
    await window.getByRole('textbox', { name: 'Filter history' }).fill('');
    await window.getByRole('button', { name: 'Filter by when: any time' }).click();
    await window.getByRole('menuitemradio', { name: 'Days of your choice' }).click();
    await window.getByLabel('Last day').fill('2026-01-01');
    await expect(entries).toHaveCount(0);
    await window.getByLabel('Last day').fill('');
    await expect(entries).toHaveCount(2);
    await window.getByRole('button', { name: 'Filter by when: days of your choice' }).click();
    await window.getByRole('menuitemradio', { name: 'Today' }).click();
    await expect(entries).toHaveCount(2);
    await window.getByRole('button', { name: 'Check the chain' }).click();
    await expect(window.getByText('2 entries checked: none changed, none missing')).toBeVisible();

    // What the filters leave goes as a file.
    await window.getByRole('textbox', { name: 'Filter history' }).fill(member.name);
    await expect(entries).toHaveCount(1);
    const saved = join(await temporaryFolder('history'), 'history.csv');
    await saveTo(app, saved);
    await window.getByRole('button', { name: 'Export…' }).click();
    const asking = window.getByRole('dialog', { name: 'Export history' });
    await asking.getByText('CSV', { exact: true }).click();
    expect(await accessibilityFaults(window)).toEqual([]);
    await asking.getByRole('button', { name: 'Choose where…' }).click();
    await expect(asking).toBeHidden();
    expect(parse(await readFile(saved), { columns: true })).toMatchObject([
      { seq: '2', source: 'local', run: '1', organizationName: renamed },
    ]);
  });

  await test.step('between the first copy and now, one person gained admin', async () => {
    await window.getByText('Compare', { exact: true }).click();
    const gained = window.getByRole('list', { name: 'Gained or lost admin' }).getByRole('listitem');
    await expect(gained).toHaveCount(1);
    await expect(gained).toContainText(member.name);
    await expect(gained).toContainText('gained');
  });

  await test.step('as of the first copy, the organization has its old name', async () => {
    await window.getByText('As of', { exact: true }).click();
    await window.getByRole('button', { name: /^Filter by table/ }).click();
    await window.getByRole('menuitemradio', { name: 'Organizations' }).click();
    const past = window.getByRole('grid', { name: 'organizations as they were' });
    await expect(past.getByRole('row', { name: organization.name })).toBeVisible();
    await expect(past.getByRole('row', { name: renamed })).toHaveCount(0);
    await expect(window.getByRole('button', { name: 'Export…' })).toBeEnabled();
    await past.getByRole('row', { name: organization.name }).getByRole('checkbox').check();
    await window.getByRole('button', { name: 'Copy as a table' }).click();
    await expect(window.getByText(/Copied 1 row/)).toBeVisible();
  });

  await test.step('the run is kept with its report, leads to its changes and to what they gave, and is taken back', async () => {
    await window.getByText('Runs', { exact: true }).click();
    const runs = window.getByRole('list', { name: 'Runs' }).getByRole('listitem');
    await expect(runs).toHaveCount(1);
    await expect(runs).toContainText('1 applied');
    await runs.getByRole('button', { name: /^Report of/ }).click();
    await window.getByRole('button', { name: 'Show its changes' }).click();
    const entries = window.getByRole('list', { name: 'History' }).getByRole('listitem');
    await expect(entries).toHaveCount(1);
    await entries.getByRole('button', { name: /^Details of/ }).click();
    await entries.getByRole('button', { name: 'Who could do what because of it' }).click();
    await expect(entries.getByRole('region')).toContainText(`given to 1 person: ${member.name}`);
    await expect(entries.getByText('From here')).toBeVisible();
    await goTo(window, 'Settings');
    await window.getByRole('textbox', { name: 'Your name' }).fill('Ann');
    await goTo(window, 'History');
    await expect(window.getByText('By Ann')).toBeVisible();
    await window.getByText('Runs', { exact: true }).click();
    await runs.getByRole('button', { name: /^Report of/ }).click();
    await window.getByRole('button', { name: 'Take it back…' }).click();
    await window.getByRole('button', { name: 'Stage the opposite' }).click();
    await expect(window.getByRole('list', { name: 'Staged changes' })).toContainText(member.name);
  });

  await quit();
  await service.stop();
});
