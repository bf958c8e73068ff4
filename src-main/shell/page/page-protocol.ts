import { protocol, type Session } from 'electron';
import { assetResponse } from './asset-response';
import { devResponse, devServer } from './dev-page';
import { pageScheme } from './page-origin';
import { type Previews, previewScheme } from './previews';

/** Declares the schemes of the page and of its previews; to be called before the app is ready. No `fetch` and no CORS for anybody. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      // Chromium keeps what V8 compiled of the scripts in the profile (docs/security.md).
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: false,
        corsEnabled: false,
        codeCache: true,
      },
    },
    {
      scheme: previewScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false },
    },
  ]);
}

/** Serves the page's files to a session: those found in `root`, or the dev server's; and the previews that it shows. */
export function servePage(session: Session, root: string, preview: Previews['answer']): void {
  const server = devServer();
  session.protocol.handle(pageScheme, ({ method, url }) =>
    server === null ? assetResponse(root, method, url) : devResponse(server, method, url),
  );
  session.protocol.handle(previewScheme, ({ method, url }) => preview(method, url));
}
