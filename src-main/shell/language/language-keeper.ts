import { failure, type Result, success } from '@shared/contract/failure';
import type { FoundLanguage } from '@shared/contract/preferences';
import type { LanguageChoice } from '@shared/language/language';
import { t } from '@shared/language/t';
import { app } from 'electron';
import { withoutLinks } from '../links/link-inbox';
import type { WorkspaceSession } from '../workspaces/workspace-session';
import { keepLanguage, readLanguage } from './language-setting';

/** What the app speaks from its next start on. */
export interface LanguageKeeper {
  chosen(): FoundLanguage;
  choose(language: LanguageChoice): Promise<Result<null>>;
  /** Closes everything as a quit does, and starts anew. */
  restart(): Promise<Result<Record<never, never>>>;
}

export function createLanguageKeeper(session: Pick<WorkspaceSession, 'isBusy'>): LanguageKeeper {
  const profile = app.getPath('userData');
  return {
    chosen: () => readLanguage(profile),
    choose: (language) => keepLanguage(profile, language),
    async restart() {
      if (await session.isBusy())
        return failure(
          'busy',
          t('Changes are being sent.'),
          t('Restart when the run is over, or stop it first.'),
        );
      // An AppImage is started by its file: what runs now lies in a mount that ends with it.
      const execPath = process.env.APPIMAGE ?? process.execPath;
      app.relaunch({ execPath, args: withoutLinks(process.argv.slice(1)) });
      // Behind the answer to the window.
      setImmediate(() => app.quit());
      return success({});
    },
  };
}
