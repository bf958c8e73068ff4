import { app, type Session, type WebContents } from 'electron';
import { isPageUrl } from '../page/page-origin';
import { isPreviewUrl } from '../page/previews';

/**
 * Holds every page of the app where it is: no navigation away, no frames but previews, no webview, no further window. Links to
 * the outside go through the `openExternal` call, which checks them.
 */
export function lockWebContents(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
}

function lock(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isPageUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame ? isPageUrl(event.url) : isPreviewUrl(event.url))) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies every permission a page can ask for or check, and every device. What it copies, the shell puts on the clipboard (`guard/guard.ts`). */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
