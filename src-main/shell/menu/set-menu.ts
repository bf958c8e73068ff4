import type { Scenario } from '@shared/domain/scenario';
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { menuCommands } from './menu-commands';

/** Sets the application menu; `send` gets the name of the command that was chosen. */
export function setMenu(send: (name: string) => void): void {
  const section = (id: keyof typeof menuCommands): MenuItemConstructorOptions[] =>
    menuCommands[id].map((item) =>
      item === 'separator'
        ? { type: 'separator' }
        : {
            id: item.name,
            label: item.label,
            click: () => send(item.name),
            ...(item.accelerator ? { accelerator: item.accelerator } : {}),
          },
    );
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
  ];
  const mac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      {
        label: 'File',
        submenu: [...section('file'), { type: 'separator' }, mac ? { role: 'close' } : { role: 'quit' }],
      },
      { role: 'editMenu' },
      { label: 'View', submenu: view },
      { label: 'Go', submenu: section('go') },
      { label: 'Changes', submenu: section('changes') },
      { role: 'windowMenu' },
      { role: 'help', submenu: section('help') },
    ]),
  );
}

/** Shows the items that a workspace of this scenario has; all of them when none is open. */
export function showMenuOf(scenario: Scenario | null): void {
  const menu = Menu.getApplicationMenu();
  for (const item of Object.values(menuCommands).flat()) {
    if (item === 'separator' || item.only === undefined) continue;
    const shown = menu?.getMenuItemById(item.name);
    if (shown) shown.visible = scenario === null || item.only.includes(scenario);
  }
}
