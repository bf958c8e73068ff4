import { t } from '@shared/language/t';
import type { MenuItemConstructorOptions } from 'electron';

type Items = MenuItemConstructorOptions[];

/** The platform's own items, by its roles, named in the language spoken: a role alone is named in English. */
export const editItems: Items = [
  { role: 'undo', label: t('Undo typing') },
  { role: 'redo', label: t('Redo typing') },
  { type: 'separator' },
  { role: 'cut', label: t('Cut') },
  { role: 'copy', label: t('Copy') },
  { role: 'paste', label: t('Paste') },
  { role: 'delete', label: t('Delete') },
  { type: 'separator' },
  { role: 'selectAll', label: t('Select all') },
];

export const viewItems: Items = [
  { role: 'resetZoom', label: t('Actual size') },
  { role: 'zoomIn', label: t('Zoom in') },
  { role: 'zoomOut', label: t('Zoom out') },
  { type: 'separator' },
  { role: 'togglefullscreen', label: t('Full screen') },
];

export const windowItems = (mac: boolean): Items => [
  { role: 'minimize', label: t('Minimize') },
  ...(mac
    ? [
        { role: 'zoom', label: t('Zoom') } as const,
        { role: 'front', label: t('Bring all to front') } as const,
      ]
    : []),
  { role: 'close', label: t('Close the window') },
];

/** The menu with the app's name, which only macOS has. */
export const appItems: Items = [
  { role: 'about', label: t('About Tenantry') },
  { type: 'separator' },
  { role: 'services', label: t('Services') },
  { type: 'separator' },
  { role: 'hide', label: t('Hide Tenantry') },
  { role: 'hideOthers', label: t('Hide others') },
  { role: 'unhide', label: t('Show all') },
  { type: 'separator' },
  { role: 'quit', label: t('Quit Tenantry') },
];
