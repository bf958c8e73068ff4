import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkspace } from '@main/workspace/read-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import { command } from '../../e2e/support/edits';
import { launchApp } from '../../qa-kit/launch-app';
import { openSandbox } from '../../qa-kit/window/steps';
import { valueIn } from '../../support/value-in';
import { fillLargeStore } from '../reconcile/large-store';

/** A profile whose one workspace, open last and offline by choice, holds 300,000 memberships more than its sandbox has. */
export async function makeLargeProfile(userData: string): Promise<void> {
  const { window, quit } = await launchApp({ userData });
  await openSandbox(window, 'B2B');
  await command(window, 'Work offline');
  await window.getByRole('button', { name: /^Working offline/ }).waitFor();
  await quit();
  const workspaces = join(userData, 'workspaces');
  const [name = ''] = await readdir(workspaces);
  const directory = join(workspaces, name);
  const secrets = valueIn(await unlockWorkspace(valueIn(await readWorkspace(directory)), {}));
  await fillLargeStore(directory, secrets.databaseKey);
}
