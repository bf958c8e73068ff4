import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { app, Menu, MenuItem, type MenuItemConstructorOptions } from 'electron';

/** The submenus of workspaces, in File: to be opened in the window in front, or in one of their own. */
export const workspacesMenu = 'open-workspace';
export const besideMenu = 'open-workspace-beside';

type Listed = Pick<WorkspaceInfo, 'id' | 'name'>;
type Open = (id: WorkspaceInfo['id']) => void;

/**
 * Lists workspaces in their order in the menu and, on macOS, in the dock's, where no window is meant. The system holds both in memory: no name is
 * written anywhere. (A jump list of Windows would be written, and is left out.)
 */
export function listWorkspacesInMenu(
  workspaces: readonly Listed[],
  { open, openBeside }: { readonly open: Open; readonly openBeside: Open },
): void {
  const items = (menu: string, act: Open) =>
    workspaces.map(({ id, name }) => ({ id: `${menu}:${id}`, label: name, click: () => act(id) }));
  fill(workspacesMenu, items(workspacesMenu, open));
  fill(besideMenu, items(besideMenu, openBeside));
  app.dock?.setMenu(Menu.buildFromTemplate(items(besideMenu, openBeside)));
}

/** Labels of items stay as they are made: what changed is hidden, and made anew. */
function fill(menu: string, items: readonly MenuItemConstructorOptions[]): void {
  const parent = Menu.getApplicationMenu()?.getMenuItemById(menu);
  const made = parent?.submenu;
  if (!parent || !made) return;
  // Of those that are made, the longest end that is in order stays; what comes before it is made anew.
  let left = items.length;
  for (const item of made.items.toReversed()) {
    const next = items[left - 1];
    item.visible = item.visible && item.id === next?.id && item.label === next.label;
    if (item.visible) left -= 1;
  }
  for (const item of items.slice(0, left).toReversed()) made.insert(0, new MenuItem(item));
  parent.visible = items.length > 0;
}
