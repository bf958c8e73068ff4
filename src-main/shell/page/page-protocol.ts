import { protocol, type Session } from 'electron';
import { assetResponse } from './asset-response';
import { devResponse, devServer } from './dev-page';
import { pageScheme } from './page-origin';

/** Declares the scheme of the page; to be called before the app is ready. No `fetch` and no CORS for anybody. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false },
    },
  ]);
}

/** Serves the page's files to a session: those found in `root`, or the dev server's. */
export function servePage(session: Session, root: string): void {
  const server = devServer();
  session.protocol.handle(pageScheme, ({ method, url }) =>
    server === null ? assetResponse(root, method, url) : devResponse(server, method, url),
  );
}
