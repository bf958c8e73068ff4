import type { ElectronApplication } from '@playwright/test';

/** Asks the page by way of main: Playwright gives up a page whose process has died, although Electron reloads it. */
export function inPage<T>(app: ElectronApplication, expression: string): Promise<T | undefined> {
  return app.evaluate(
    async ({ BrowserWindow }, code) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code)) as T | undefined,
    expression,
  );
}
