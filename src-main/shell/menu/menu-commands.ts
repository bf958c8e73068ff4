import type { Scenario } from '@shared/domain/scenario';

const withOrganizations = ['b2b'] as const;

/** What a menu item makes the window do; the window carries it out (`command` event). */
export interface MenuCommand {
  readonly name: string;
  readonly label: string;
  readonly accelerator?: string;
  /** Where the item is shown, when that is not everywhere: as the screen it leads to is. */
  readonly only?: readonly Scenario[];
}

type Section = readonly (MenuCommand | 'separator')[];

/**
 * The app's own menus. Standard ones (edit, zoom, window) come from the platform's roles. A key that the page has
 * handled itself does not reach the menu.
 */
export const menuCommands: Readonly<Record<'file' | 'go' | 'changes' | 'help', Section>> = {
  file: [
    { name: 'switch-workspace', label: 'Switch Workspace…', accelerator: 'CmdOrCtrl+O' },
    { name: 'go:settings', label: 'Settings…', accelerator: 'CmdOrCtrl+,' },
  ],
  go: [
    { name: 'palette', label: 'Search and Commands…', accelerator: 'CmdOrCtrl+K' },
    'separator',
    { name: 'go:overview', label: 'Overview', accelerator: 'CmdOrCtrl+1' },
    { name: 'go:organizations', label: 'Organizations', accelerator: 'CmdOrCtrl+2', only: withOrganizations },
    { name: 'go:people', label: 'People', accelerator: 'CmdOrCtrl+3', only: ['b2b', 'b2c'] },
    { name: 'go:memberships', label: 'Memberships', accelerator: 'CmdOrCtrl+4', only: withOrganizations },
    { name: 'go:roles', label: 'Roles', accelerator: 'CmdOrCtrl+5', only: withOrganizations },
    { name: 'go:applications', label: 'Applications', accelerator: 'CmdOrCtrl+7', only: ['platforms'] },
    { name: 'go:changes', label: 'Changes', accelerator: 'CmdOrCtrl+6' },
    { name: 'go:sync', label: 'Sync', accelerator: 'CmdOrCtrl+9' },
    'separator',
    { name: 'sync-now', label: 'Sync Now', accelerator: 'CmdOrCtrl+Shift+R' },
    { name: 'work-offline', label: 'Work Offline, or Online Again' },
  ],
  changes: [
    { name: 'review', label: 'Review Changes', accelerator: 'CmdOrCtrl+Enter' },
    'separator',
    { name: 'undo-change', label: 'Undo Staged Change', accelerator: 'CmdOrCtrl+Alt+Z' },
    { name: 'redo-change', label: 'Redo Staged Change', accelerator: 'CmdOrCtrl+Alt+Shift+Z' },
  ],
  help: [{ name: 'shortcuts', label: 'Keyboard Shortcuts' }],
};
