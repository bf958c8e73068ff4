import type { MenuSection } from '@shared/contract/command-data';
import { commands } from '@shared/contract/commands';
import { isScreenIn, screenTable } from '@shared/contract/screens';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { besideMenu, workspacesMenu } from './list-workspaces-in-menu';
import { appItems, editItems, viewItems, windowItems } from './standard-items';

/**
 * Sets the application menu: the app's own items are those of the table of commands, standard ones (edit, zoom, window)
 * are the platform's roles, named in the language spoken. `send` gets the id of the command that was chosen. A key that the page has handled itself
 * does not reach the menu.
 */
export function setMenu(send: (id: string) => void): void {
  const view: MenuItemConstructorOptions[] = [
    ...viewItems,
    ...(app.isPackaged ? [] : [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
  ];
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' as const, label: app.name, submenu: [...appItems] }] : []),
      {
        label: t('File'),
        submenu: [
          ...section('file', send),
          { id: workspacesMenu, label: t('Open workspace'), submenu: [], visible: false },
          { id: besideMenu, label: t('Open workspace in a new window'), submenu: [], visible: false },
          { type: 'separator' },
          mac ? { role: 'close', label: t('Close the window') } : { role: 'quit', label: t('Quit') },
        ],
      },
      { label: t('Edit'), submenu: [...editItems] },
      { label: t('View'), submenu: view },
      { label: t('Go'), submenu: section('go', send) },
      { label: t('Changes'), submenu: section('changes', send) },
      { role: 'window', label: t('Window'), submenu: [...windowItems(mac)] },
      { role: 'help', label: t('Help'), submenu: section('help', send) },
    ]),
  );
}

/** The items of a section, group after group with a line between. Grey until the window says that they apply. */
function section(name: MenuSection, send: (id: string) => void): MenuItemConstructorOptions[] {
  const placed = [...commands].flatMap(([id, { title, menu }]) =>
    menu?.section === name ? [{ id, title, ...menu }] : [],
  );
  placed.sort((a, b) => a.group - b.group);
  return placed.flatMap(({ id, title, group, accelerator, always = false }, index) => [
    ...(index > 0 && placed[index - 1]?.group !== group ? [{ type: 'separator' } as const] : []),
    {
      id,
      label: title,
      enabled: always,
      click: () => send(id),
      ...(accelerator !== undefined && {
        accelerator: accelerator.replace('Ctrl', 'CmdOrCtrl').replaceAll(' ', '+'),
      }),
    },
  ]);
}

/**
 * Shows the screens that a workspace of this scenario has; all of them when none is open, but nothing that applies.
 *
 * @param ids commands that apply by the word of the window: the others are grey
 */
export function showMenuOf(scenario: Scenario | null, ids: readonly string[]): void {
  const made = Menu.getApplicationMenu();
  for (const screen of screenTable) {
    const item = made?.getMenuItemById(`go:${screen.name}`);
    const visible = isScreenIn(screen, scenario);
    if (item && item.visible !== visible) item.visible = visible;
  }
  for (const [id, { menu }] of commands) {
    const item = made?.getMenuItemById(id);
    if (item) item.enabled = (scenario !== null && ids.includes(id)) || menu?.always === true;
  }
}
