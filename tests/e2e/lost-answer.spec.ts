import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { connect, goTo } from './support/connect';
import { apply, review, stageBranding, stageRole, stageSeats, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { otherMember, pickSubject, roleOnService } from './support/pick-subject';
import { startService } from './support/service';

test('a creation whose answer is lost on a used connection is looked up, not sent again', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Acme');
  await goTo(window, 'Organizations');
  await window.getByRole('button', { name: 'New organization' }).click();
  const dialog = window.getByRole('dialog', { name: 'New organization' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Delta Works');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(tray(window)).toContainText('1 staged');

  await review(window);
  await service.failOnce({
    kind: 'drop',
    phase: 'after',
    match: { method: 'POST', path: '^/organizations$' },
  });
  await apply(window, 'Apply 1 change');
  await expect(window.getByRole('region', { name: 'Report' })).toContainText('1 applied');
  expect(await service.writes()).toEqual(['POST /organizations']);
  const found = await service.list('/organizations?limit=10&query=Delta%20Works');
  expect(found.map(({ slug }) => slug)).toEqual(['delta-works']);
  await expect(tray(window)).toContainText('Nothing staged');
  await quit();
  await service.stop();
});

test('nor is an edit, a logo or a removal', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Acme');
  const subject = await pickSubject(service);
  const { organization, member, seats } = subject;
  const leaver = await otherMember(service, subject);
  await stageRole(window, subject, 'Admin');
  await window.getByRole('textbox', { name: 'Filter memberships' }).fill(leaver.email);
  const row = window
    .getByRole('row')
    .filter({ hasText: leaver.email })
    .filter({ hasText: organization.name });
  await row.getByRole('checkbox').click();
  await window.getByRole('button', { name: 'Remove members…' }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Stage removal/ })
    .click();
  await stageSeats(window, subject);
  const logo = join(projectRoot, 'resources', 'icons', '64x64.png');
  await stageBranding(window, { title: 'Welcome', color: '#7a1fa2', logo });
  await expect(tray(window)).toContainText('6 staged');
  await review(window);
  for (const method of ['PATCH', 'PUT', 'DELETE'])
    await service.fail({ kind: 'drop', phase: 'after', times: 50, match: { method } });
  await apply(window, 'Apply 6 changes');
  await expect(window.getByRole('region', { name: 'Report' })).toContainText('6 applied');
  expect([...(await service.writes())].sort()).toEqual([
    `DELETE /organizations/${organization.id}/memberships/${leaver.userId}`,
    `PATCH /organizations/${organization.id}`,
    `PATCH /organizations/${organization.id}/memberships/${member.userId}`,
    `PATCH /organizations/${organization.id}/metadata`,
    `PATCH /organizations/${organization.id}/metadata`,
    `PUT /organizations/${organization.id}/logo`,
  ]);
  expect(await roleOnService(service, subject)).toBe('org:admin');
  expect(await service.get(`/organizations/${organization.id}`)).toMatchObject({
    max_allowed_memberships: seats,
  });
  await quit();
  await service.stop();
});
