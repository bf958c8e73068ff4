import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { app, Menu, MenuItem } from 'electron';

/** The submenu of workspaces, in File. */
export const workspacesMenu = 'open-workspace';

/**
 * Lists workspaces in their order in the menu and, on macOS, in the dock's. The system holds both in memory: no name is written anywhere. (A jump list of
 * Windows would be written, and is left out.) Labels of items stay as they are made: what changed is hidden, and made anew.
 */
export function listWorkspacesInMenu(
  workspaces: readonly Pick<WorkspaceInfo, 'id' | 'name'>[],
  open: (id: WorkspaceInfo['id']) => void,
): void {
  const parent = Menu.getApplicationMenu()?.getMenuItemById(workspacesMenu);
  const made = parent?.submenu;
  if (!parent || !made) return;
  const items = workspaces.map(({ id, name }) => ({
    id: `workspace:${id}`,
    label: name,
    click: () => open(id),
  }));
  // Of those that are made, the longest end that is in order stays; what comes before it is made anew.
  let left = items.length;
  for (const item of made.items.toReversed()) {
    const next = items[left - 1];
    item.visible = item.visible && item.id === next?.id && item.label === next.label;
    if (item.visible) left -= 1;
  }
  for (const item of items.slice(0, left).toReversed()) made.insert(0, new MenuItem(item));
  parent.visible = items.length > 0;
  app.dock?.setMenu(Menu.buildFromTemplate(items));
}
