import { useSession } from '@renderer/state/use-session';
import { switchWorkspace } from '@renderer/state/workspaces';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import { ArrowLeft } from 'lucide-react';
import classes from './back-to-platform.module.css';

/** From an application's own workspace back to its platform's. */
export function BackToPlatform({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const workspaces = useSession((session) => session.workspaces);
  const platform = workspaces.find(({ id }) => id === workspace.platform?.workspaceId);
  if (!platform) return null;
  return (
    <button type="button" className={classes.back} onClick={() => void switchWorkspace(platform)}>
      <ArrowLeft size={13} aria-hidden />
      {t('All of {name}', { name: platform.name })}
    </button>
  );
}
