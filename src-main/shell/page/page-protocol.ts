import { protocol, type Session } from 'electron';
import { assetResponse } from './asset-response';
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

/** Serves the page's files, found in `root`, to a session. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(pageScheme, ({ method, url }) => assetResponse(root, method, url));
}
