import { resolve } from 'node:path';
import { app } from 'electron';

/** Points the app at the profile that TENANTRY_USER_DATA or `--user-data-dir` names; the platform's otherwise. */
export function chooseProfile(): void {
  const wanted = app.commandLine.getSwitchValue('user-data-dir') || process.env.TENANTRY_USER_DATA;
  if (wanted) app.setPath('userData', resolve(wanted));
}
