import { expect, test } from '@playwright/test';
import { connect, synced } from './support/connect';
import { apply, command, invite, review, stageRole, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject, roleOnService } from './support/pick-subject';
import { startService } from './support/service';

const email = 'new@colleague.example';

test('the service refuses what exceeds its seats, the rest goes, and the refused change can go later', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const { organization } = subject;
  const { window, quit } = await launchApp();
  await connect(window, service, 'Acme');
  await stageRole(window, subject, 'Viewer');

  await test.step('invite somebody while there is a seat', async () => {
    await invite(window, organization.name, email);
    await expect(tray(window)).toContainText('2 staged');
  });

  await test.step('the seat is taken away between review and apply', async () => {
    await review(window);
    await service.patch(`/organizations/${organization.id}`, {
      max_allowed_memberships: organization.members_count,
    });
    await apply(window, 'Apply 2 changes');
  });

  const report = window.getByRole('region', { name: 'Report' });
  await expect(report).toContainText('1 applied');
  await expect(report).toContainText('1 refused');
  await expect(tray(window)).toContainText('1 refused');
  expect(await roleOnService(service, subject)).toBe('org:viewer');
  expect(await service.list(`/organizations/${organization.id}/invitations?limit=100`)).not.toContainEqual(
    expect.objectContaining({ email_address: email }),
  );

  await test.step('once there is a seat again, the refused change goes', async () => {
    await service.patch(`/organizations/${organization.id}`, { max_allowed_memberships: 0 });
    await window.getByRole('button', { name: /^Try 1 refused/ }).click();
    await apply(window, 'Apply 1 change');
    await expect(tray(window)).toContainText('Nothing staged');
  });
  const invitations = await service.list(`/organizations/${organization.id}/invitations?limit=100`);
  expect(invitations.filter((row) => row.email_address === email)).toHaveLength(1);

  await test.step('more invitations than the service takes at once: the review says how long they take', async () => {
    await window.getByRole('button', { name: 'Close report' }).click();
    await command(window, 'Sync now');
    await synced(window);
    const emails = Array.from({ length: 520 }, (_, each) => `p${each}@colleague.example`).join(' ');
    await invite(window, organization.name, emails);
    await expect(tray(window)).toContainText('520 staged');
    await review(window);
    await expect(window.getByRole('region', { name: 'Review' })).toContainText(
      'It takes about an hour: the service takes 50 bulk organization invitations an hour.',
    );
  });
  await quit();
  await service.stop();
});
