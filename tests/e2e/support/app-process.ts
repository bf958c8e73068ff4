import type { ElectronApplication } from '@playwright/test';

/** A process of the app, as the system knows it. */
export type AppProcess = 'engine' | 'sandbox' | 'page';

const names: Readonly<Record<AppProcess, string>> = {
  engine: 'Tenantry engine',
  sandbox: 'Tenantry sandbox',
  page: 'Tab',
};

/** Pids of all processes of a kind. */
export async function pidsOf(app: ElectronApplication, kind: AppProcess): Promise<readonly number[]> {
  const metrics = await app.evaluate((electron) =>
    electron.app
      .getAppMetrics()
      .map(({ pid, type, name, serviceName }) => ({ pid, names: [type, name, serviceName] })),
  );
  return metrics.filter((process) => process.names.includes(names[kind])).map(({ pid }) => pid);
}

/** Pid of a process of the running app. Throws when there is none. */
export async function pidOf(app: ElectronApplication, kind: AppProcess): Promise<number> {
  const [found] = await pidsOf(app, kind);
  if (found === undefined) throw new Error(`The app runs no ${kind} process`);
  return found;
}
