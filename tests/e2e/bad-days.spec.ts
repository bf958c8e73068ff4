import { open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { passphrase } from '../support/passphrase';
import { connect, goTo, synced } from './support/connect';
import { stageSeats, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject } from './support/pick-subject';
import { startService } from './support/service';

test('a refused key, a wrong passphrase and a damaged database are explained, and cost no edit', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const first = await launchApp();
  const { window } = first;
  await connect(window, service, 'Acme');
  await stageSeats(window, subject);
  await expect(tray(window)).toContainText('1 staged');

  await test.step('a key that the service refuses is told, and a better one taken', async () => {
    await goTo(window, 'Settings');
    const replace = async (key: string): Promise<void> => {
      const panel = window.getByRole('region', { name: 'API key' });
      await panel.getByRole('textbox', { name: 'New secret key' }).fill(key);
      await panel.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
      await panel.getByRole('button', { name: 'Replace API key' }).click();
    };
    await replace('sk_live_of_somebody_else');
    await expect(window.getByText('The service refuses the API key.')).toBeVisible();
    await expect(tray(window)).toContainText('1 staged');
    await replace(service.secretKey);
    await synced(window);
  });
  await first.quit();

  const { window: again, quit } = await launchApp({ userData: first.userData });
  await test.step('a wrong passphrase opens nothing', async () => {
    await again.getByRole('button', { name: 'Open Acme' }).click();
    await again.getByRole('textbox', { name: 'Passphrase' }).fill('granite otter lantern 72');
    await again.getByRole('button', { name: 'Unlock' }).click();
    await expect(
      again.getByText('The passphrase does not fit. Nothing was opened or changed.'),
    ).toBeVisible();
    await again.getByRole('button', { name: 'Back' }).click();
  });

  await test.step('a file of another program in the place of the database is told as that; the right one, put back, is sound', async () => {
    const database = await databaseOf(first.userData);
    await rename(database, `${database}.right`);
    await writeFile(database, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_192)]));
    await again.getByRole('button', { name: 'Open Acme' }).click();
    await again.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await again.getByRole('button', { name: 'Unlock' }).click();
    const title = 'Another file lies in the place of the database of Acme';
    await expect(again.getByRole('heading', { name: title })).toBeVisible();
    await expect(again.getByRole('status').getByText(/is no encrypted database/)).toBeVisible();
    await expect(again.getByRole('listitem').getByText(/the other file is kept beside it/)).toBeVisible();
    await expect(again.getByText(/^Can be read: 1 staged change,/)).toBeVisible();
    await rename(`${database}.right`, database);
    await again.getByRole('button', { name: 'Look again' }).click();
    await expect(again.getByRole('button', { name: 'Open Acme' })).toBeVisible();
    await again.getByRole('button', { name: 'Choose another workspace' }).click();
  });

  await test.step('a damaged database is left as it is until somebody says so; then what was staged is in a new one', async () => {
    await scratch(await databaseOf(first.userData));
    await again.getByRole('button', { name: 'Open Acme' }).click();
    await again.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await again.getByRole('button', { name: 'Unlock' }).click();
    await expect(again.getByText(/^Can be read: 1 staged change,/)).toBeVisible();
    await again.getByRole('button', { name: 'Save what can be read' }).click();
    await synced(again);
    await expect(tray(again)).toContainText('1 staged');
  });
  await quit();
  await service.stop();
});

async function databaseOf(userData: string): Promise<string> {
  const workspaces = join(userData, 'workspaces');
  const [folder = ''] = await readdir(workspaces);
  return join(workspaces, folder, 'tenantry.db');
}

/** Flips a byte in every page but the first. */
async function scratch(database: string): Promise<void> {
  const file = await open(database, 'r+');
  const { size } = await file.stat();
  for (let at = 4_096 + 100; at < size; at += 4_096) await file.write(Buffer.from([0x5a]), 0, 1, at);
  await file.close();
}
