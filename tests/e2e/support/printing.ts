import { type ElectronApplication, expect } from '@playwright/test';

interface Paper {
  readonly text: string;
  readonly background: string;
  readonly pages: number;
}

/** Answers the system's printing dialog, which no test can click: a page in its stead keeps what would be on paper, or there is no printer. */
export async function answerPrinting(app: ElectronApplication, printer: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, works) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (page === undefined) throw new Error('there is a window');
    const kept = globalThis as { paper?: Paper };
    const read = async (): Promise<void> => {
      page.debugger.attach();
      await page.debugger.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
      const seen: Omit<Paper, 'pages'> = await page.executeJavaScript(
        '({ text: document.body.innerText, background: getComputedStyle(document.body).backgroundColor })',
      );
      await page.debugger.sendCommand('Emulation.setEmulatedMedia', { media: '' });
      page.debugger.detach();
      const file = await page.printToPDF({ printBackground: true });
      kept.paper = { ...seen, pages: file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0 };
    };
    page.print = (_, done) => {
      if (!works) done?.(false, 'no printer');
      else
        void read().then(
          () => done?.(true, ''),
          (error: unknown) => done?.(false, String(error)),
        );
    };
  }, printer);
}

export async function printedText(app: ElectronApplication): Promise<Paper> {
  const read = () => app.evaluate(() => (globalThis as { paper?: Paper }).paper ?? null);
  await expect.poll(read, { timeout: 20_000 }).not.toBeNull();
  const paper = await read();
  if (paper === null) throw new Error('something was printed');
  return paper;
}
