import { BrowserWindow } from 'electron';

/**
 * A document as PDF, A4 across, with page numbers. It is opened in a window that nobody sees, without script and preload, which is gone afterwards.
 *
 * @param url of a preview: its policy allows styles of its own, and nothing else
 */
export async function printedPage(url: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  try {
    await window.loadURL(url);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      landscape: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
    });
  } finally {
    window.destroy();
  }
}

const footer =
  '<span style="width: 100%; padding: 0 40px; text-align: right; font-size: 8px"><span class="pageNumber"></span> / <span class="totalPages"></span></span>';
