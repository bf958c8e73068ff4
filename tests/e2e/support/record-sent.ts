import type { ElectronApplication, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';

/** Keeps what main sends to a window from now on; returns what it was so far. */
export async function recordSent(app: ElectronApplication, page: Page): Promise<() => Promise<string>> {
  const window = await app.browserWindow(page);
  await window.evaluate(({ webContents: contents }: BrowserWindow) => {
    const kept = globalThis as { sent?: string };
    kept.sent = '';
    const send = contents.send.bind(contents);
    contents.send = (channel, ...values) => {
      kept.sent += JSON.stringify([channel, ...values]);
      send(channel, ...values);
    };
    const post = contents.postMessage.bind(contents);
    contents.postMessage = (channel, value, ports) => {
      kept.sent += JSON.stringify([channel, value]);
      post(channel, value, ports);
    };
  });
  return () => app.evaluate(() => (globalThis as { sent?: string }).sent ?? '');
}
