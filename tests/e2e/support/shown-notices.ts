import type { ElectronApplication } from '@playwright/test';

/** Lets nobody look at the app's windows, and hears what it hands to the system to be shown: here is no desktop that would show it. */
export async function shownNotices(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    BrowserWindow.prototype.isFocused = () => false;
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(`${this.title}: ${this.body}`);
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { shown: readonly string[] }).shown);
}
