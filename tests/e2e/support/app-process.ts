import type { ElectronApplication } from '@playwright/test';

/** A process of the app, as the system knows it. */
export type AppProcess = 'engine' | 'sandbox' | 'page';

const names: Readonly<Record<AppProcess, string>> = {
  engine: 'Tenantry engine',
  sandbox: 'Tenantry sandbox',
  page: 'Tab',
};

/** Pid of a process of the running app. Throws when there is none. */
export async function pidOf(app: ElectronApplication, kind: AppProcess): Promise<number> {
  const metrics = await app.evaluate((electron) =>
    electron.app
      .getAppMetrics()
      .map(({ pid, type, name, serviceName }) => ({ pid, names: [type, name, serviceName] })),
  );
  const found = metrics.find((process) => process.names.includes(names[kind]));
  if (!found) throw new Error(`The app runs no ${kind} process`);
  return found.pid;
}
