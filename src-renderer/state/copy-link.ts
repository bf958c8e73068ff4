import { formatLink, linkParams } from '@shared/contract/place-link';
import { t } from '@shared/language/t';
import { copyText } from './copy-text';
import { notifyFailure } from './notify';
import type { Route } from './route';
import { openWorkspace } from './use-session';

/** Puts a link to a place of the open workspace on the clipboard, with as much of its filters as links hold. */
export async function copyLink({ screen, id, params }: Route): Promise<void> {
  const workspace = openWorkspace();
  if (workspace === null) return;
  const said = linkParams.flatMap((name) => (params[name] ? [[name, params[name]] as const] : []));
  const link = formatLink({ workspaceId: workspace.id, screen, id, params: Object.fromEntries(said) });
  if (link.ok) await copyText(link.value, t('the link'));
  else notifyFailure(link.error);
}
