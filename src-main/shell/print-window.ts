import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import { BrowserWindow, type WebContentsPrintOptions } from 'electron';

const options: WebContentsPrintOptions = {
  silent: false,
  // Bars and marks are drawn as backgrounds.
  printBackground: true,
  margins: { marginType: 'default' },
};

/** Prints the window whose page has this id by the system's own dialog; false when the admin thought better of it. Expected failure: `not-found`, without a printer. */
export function printWindow(from: number): Promise<Result<boolean>> {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === from);
  return new Promise((resolve) => {
    if (window === undefined) return resolve(success(false));
    window.webContents.print(options, (printed, reason) => {
      if (printed || /cancel/i.test(reason)) resolve(success(printed));
      else
        resolve(
          failure(
            'not-found',
            t('Nothing was printed: {reason}.', { reason: reason || t('the system found no printer') }),
            t('Add a printer to the system, one that writes PDF files for instance, and print again.'),
          ),
        );
    });
  });
}
