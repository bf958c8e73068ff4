import { join, resolve } from 'node:path';
import { app } from 'electron';
import { profileVariable } from '../updates/install/start-watched';

/**
 * Points the app at the profile that TENANTRY_USER_DATA or `--user-data-dir` names; the platform's otherwise. A start
 * out of the sources has one of its own there: what is tried in it never touches the installed app's workspaces.
 */
export function chooseProfile(): void {
  const wanted = app.commandLine.getSwitchValue('user-data-dir') || process.env[profileVariable];
  if (wanted) app.setPath('userData', resolve(wanted));
  else if (!app.isPackaged) app.setPath('userData', join(app.getPath('appData'), 'Tenantry Development'));
}
