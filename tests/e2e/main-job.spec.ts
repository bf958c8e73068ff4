import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { connect, reopen, synced } from './support/connect';
import {
  apply,
  type Brand,
  command,
  review,
  stageBranding,
  stageRole,
  stageSeats,
  tray,
} from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject, roleOnService } from './support/pick-subject';
import { startService } from './support/service';

const brand: Brand = {
  title: 'Welcome aboard',
  color: '#7a1fa2',
  logo: join(projectRoot, 'resources', 'icons', '64x64.png'),
};

test('edits made offline survive a kill, and reach the service when it is back', async () => {
  const service = await startService(0.1);
  const subject = await pickSubject(service);
  const { organization, member, seats } = subject;
  let { window, userData, kill, quit } = await launchApp();

  await test.step('connect and copy everything', () => connect(window, service, 'Acme'));

  await test.step('lose the connection', async () => {
    await service.crash();
    await command(window, 'Sync now');
    await expect(window.getByRole('button', { name: /^Offline since/ })).toBeVisible();
  });

  await test.step('change a role, a limit and the branding', async () => {
    await stageRole(window, subject, 'Admin');
    await expect(tray(window)).toContainText('1 staged');
    await stageSeats(window, subject);
    await expect(tray(window)).toContainText('2 staged');
    await stageBranding(window, brand);
    await expect(tray(window)).toContainText('5 staged');
  });

  await test.step('quit and start again: the edits are there', async () => {
    await quit();
    ({ window, kill } = await launchApp({ userData }));
    await reopen(window, 'Acme');
    await expect(tray(window)).toContainText('5 staged');
  });

  await test.step('die by SIGKILL while they are pending: the edits are there', async () => {
    await kill();
    ({ window, quit } = await launchApp({ userData }));
    await reopen(window, 'Acme');
    await expect(tray(window)).toContainText('5 staged');
  });

  await test.step('get the connection back', async () => {
    await service.up();
    await command(window, 'Sync now');
    await synced(window);
    await expect(tray(window)).toContainText('5 staged');
    expect(await service.writes()).toEqual([]);
  });

  await test.step('review what will change, and apply it', async () => {
    await review(window);
    await expect(window.getByRole('region', { name: 'Review' })).toContainText('Apply 5 changes');
    await apply(window, 'Apply 5 changes');
    await expect(window.getByRole('region', { name: 'Report' })).toContainText('5 applied');
    await expect(tray(window)).toContainText('Nothing staged');
  });

  await test.step('the service holds the result, and was asked for each change once', async () => {
    const held = await service.get(`/organizations/${organization.id}`);
    expect(held).toMatchObject({
      max_allowed_memberships: seats,
      has_image: true,
      public_metadata: { branding: { signInTitle: brand.title, primaryColor: brand.color } },
    });
    expect(await roleOnService(service, subject)).toBe('org:admin');
    expect([...(await service.writes())].sort()).toEqual([
      `PATCH /organizations/${organization.id}`,
      `PATCH /organizations/${organization.id}/memberships/${member.userId}`,
      `PATCH /organizations/${organization.id}/metadata`,
      `PATCH /organizations/${organization.id}/metadata`,
      `PUT /organizations/${organization.id}/logo`,
    ]);
  });

  await quit();
  await service.stop();
});
