import type { ElectronApplication } from '@playwright/test';

/** Answers the system's save dialog, which no test can click; null cancels it. */
export const saveTo = (app: ElectronApplication, filePath: string | null): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
