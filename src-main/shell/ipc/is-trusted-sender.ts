import { BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { isPageUrl } from '../page/page-origin';

/** Whether a message comes from the main frame of one of our windows, and that frame shows our page. */
export function isTrustedSender({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (!senderFrame || senderFrame !== sender.mainFrame) return false;
  return BrowserWindow.fromWebContents(sender) !== null && isPageUrl(senderFrame.url);
}
