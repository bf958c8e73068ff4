import { expect, test } from '@playwright/test';
import { connect, goTo, synced } from './support/connect';
import { apply, command, review, stageRole } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject } from './support/pick-subject';
import { startService } from './support/service';

test('a colleague’s change and one’s own: who gained admin, and how it was before', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const { organization, member } = subject;
  const { window, quit } = await launchApp();
  await connect(window, service, 'Acme');
  await stageRole(window, subject, 'Admin');
  await review(window);
  await apply(window, 'Apply 1 change');
  await service.patch(`/organizations/${organization.id}`, { slug: 'renamed-elsewhere' });
  await command(window, 'Sync now');
  await synced(window);

  await test.step('the feed tells both, and who made them', async () => {
    await goTo(window, 'History');
    const feed = window.getByRole('main');
    await expect(feed).toContainText('renamed-elsewhere');
    await expect(feed).toContainText(member.name);
  });

  await test.step('compared with the first copy, the member has gained admin', async () => {
    await window.getByText('Compare', { exact: true }).click();
    await window.getByRole('button', { name: 'Since the first copy' }).click();
    const gained = window.getByRole('list', { name: 'Gained or lost admin' });
    await expect(gained.getByRole('listitem')).toHaveCount(1);
    await expect(gained).toContainText(member.name);
  });

  await test.step('as of the first copy, it was a plain member', async () => {
    await window.getByText('As of', { exact: true }).first().click();
    await window.getByRole('button', { name: 'The first copy' }).click();
    await window.getByRole('textbox', { name: 'Filter the past' }).fill(member.name);
    const row = window
      .getByRole('grid')
      .getByRole('row', { name: member.name })
      .filter({ hasText: organization.name });
    await expect(row).toContainText('Member');
    await expect(row).not.toContainText('Admin');
  });
  await quit();
  await service.stop();
});
