import type { MantineColorScheme } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { shell } from '@renderer/bridge/shell';
import { copyLink } from '@renderer/state/copy-link';
import { startGuide } from '@renderer/state/guide';
import { notifyFailure } from '@renderer/state/notify';
import { printScreen } from '@renderer/state/print';
import { isOfflineByChoice } from '@renderer/state/status-context';
import { redo, undo } from '@renderer/state/undo';
import { callDoctor, useOverlays } from '@renderer/state/use-overlays';
import { usePreferences } from '@renderer/state/use-preferences';
import { go, useRoute } from '@renderer/state/use-route';
import { narrowTo } from '@renderer/state/use-scope';
import { closeWorkspace } from '@renderer/state/workspaces';
import { aimOf, runTarget } from '@renderer/ui/controls/command-target';
import { type RowMenuId, rowIcons } from '@renderer/ui/list/row-menu/row-icons';
import type { CommandData } from '@shared/contract/command-data';
import {
  type CommandId,
  chosenTitle,
  commands,
  commandTable,
  type FrameCommandId,
  type RowsCommandId,
} from '@shared/contract/commands';
import type { EngineStatus } from '@shared/contract/status';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import {
  AppWindow,
  ArrowLeft,
  ArrowRight,
  Cloud,
  CloudOff,
  Compass,
  Focus,
  Keyboard,
  Link,
  ListFilter,
  LogOut,
  type LucideIcon,
  Maximize,
  Moon,
  PencilLine,
  Printer,
  Redo2,
  RefreshCw,
  Rows3,
  Search,
  Stethoscope,
  Sun,
  Undo2,
  Upload,
  X,
} from 'lucide-react';
import { palette } from './palette-store';
import { screensOf } from './screens';

/** What commands look at to say whether they apply. */
export interface CommandContext {
  readonly status: EngineStatus | undefined;
  readonly scenario: Scenario | undefined;
  /** The workspace, where it is one of the sandbox. */
  readonly sandbox: string | null;
  /** The organization that the window is narrowed to. */
  readonly scope: string | null;
  readonly density: 'compact' | 'roomy';
  readonly setColorScheme: (scheme: MantineColorScheme) => void;
}

interface FrameCommand {
  readonly icon: LucideIcon;
  /** Without it the command always applies. What does not is grey in the menu, and the palette does not list it. */
  readonly when?: (context: CommandContext) => boolean;
  /** False: there is nothing here to do it to, and a key keeps its own meaning. */
  readonly run: (context: CommandContext) => unknown;
}

const isOffline = ({ status }: CommandContext): boolean => isOfflineByChoice(status);

/** What each command of the frame does. */
const frameCommands = {
  palette: { icon: Search, run: () => palette.open() },
  back: { icon: ArrowLeft, run: () => history.back() },
  forward: { icon: ArrowRight, run: () => history.forward() },
  filter: { icon: ListFilter, run: () => runTarget('filter') },
  edit: { icon: PencilLine, run: () => runTarget('edit') },
  close: { icon: X, run: () => runTarget('close') },
  scope: { icon: Focus, when: ({ scenario }) => scenario === 'b2b', run: () => runTarget('scope') },
  'scope-all': { icon: Maximize, when: ({ scope }) => scope !== null, run: () => narrowTo(null) },
  'sync-now': {
    icon: RefreshCw,
    when: (context) => !isOffline(context),
    run: () => engine.call('startSync', {}),
  },
  'work-offline': {
    icon: CloudOff,
    when: (context) => !isOffline(context),
    run: () => engine.call('workOffline', { on: true }),
  },
  'go-online': { icon: Cloud, when: isOffline, run: () => engine.call('workOffline', { on: false }) },
  /** Goes to the changes; there, takes the next step: review, then the next conflict, then apply. */
  review: {
    icon: PencilLine,
    run: () => (useRoute.getState().route.screen === 'changes' ? void runTarget('review') : go('changes')),
  },
  'undo-change': { icon: Undo2, when: ({ status }) => status?.undo.can === true, run: undo },
  'redo-change': { icon: Redo2, when: ({ status }) => status?.redo.can === true, run: redo },
  'theme-light': { icon: Sun, run: ({ setColorScheme }) => setColorScheme('light') },
  'theme-dark': { icon: Moon, run: ({ setColorScheme }) => setColorScheme('dark') },
  'theme-system': { icon: Sun, run: ({ setColorScheme }) => setColorScheme('auto') },
  'rows-roomy': {
    icon: Rows3,
    when: ({ density }) => density === 'compact',
    run: () => usePreferences.getState().setDensity('roomy'),
  },
  'rows-compact': {
    icon: Rows3,
    when: ({ density }) => density === 'roomy',
    run: () => usePreferences.getState().setDensity('compact'),
  },
  'import-file': {
    icon: Upload,
    run: () =>
      runTarget('import-file') ||
      notifyFailure({
        code: 'not-found',
        message: t('This screen has no table that a file can come into.'),
        next: t('Go to people, organizations or another table, and import there.'),
      }),
  },
  'copy-link': { icon: Link, run: () => copyLink(useRoute.getState().route) },
  'new-window': { icon: AppWindow, run: () => void shell.call('newWindow', {}) },
  print: { icon: Printer, run: printScreen },
  shortcuts: { icon: Keyboard, run: () => useOverlays.getState().setHelp(true) },
  doctor: { icon: Stethoscope, run: callDoctor },
  guide: {
    icon: Compass,
    when: ({ sandbox }) => sandbox !== null,
    run: ({ sandbox }) => sandbox !== null && startGuide(sandbox),
  },
  'switch-workspace': { icon: LogOut, run: closeWorkspace },
} satisfies Readonly<Record<FrameCommandId, FrameCommand>>;

/** A command as menu, palette and keys take it. */
export interface Command extends CommandData {
  readonly id: CommandId;
  readonly icon: LucideIcon;
  readonly applies: boolean;
  readonly run: () => unknown;
}

/** Every command of the frame, and one for each screen of this workspace. */
export function commandsOf(context: CommandContext): readonly Command[] {
  const made = (Object.keys(frameCommands) as FrameCommandId[]).map((id) => {
    const command: FrameCommand = frameCommands[id];
    const { icon, when = () => true, run } = command;
    return commandWith(id, { icon, applies: when(context), run: () => run(context) });
  });
  const going = screensOf(context.scenario)
    .filter(({ group }) => group !== null)
    .map(({ name, icon }) => commandWith(`go:${name}`, { icon, applies: true, run: () => go(name) }));
  return [...made, ...going].filter((command) => command !== null);
}

/** What can be done at this moment with what is selected, as the bar above the table offers it. */
export function selectedCommands(): readonly Command[] {
  return rowsIds.flatMap((id) => {
    const what = aimOf(id);
    if (what === undefined) return [];
    const command = commandWith(id, { icon: rowIcons[id], applies: true, run: () => runTarget(id) });
    return command ? [{ ...command, title: chosenTitle(id, what) }] : [];
  });
}

const rowsIds = (Object.keys(rowIcons) as RowMenuId[]).filter(
  (id): id is RowsCommandId => commandTable[id].row === 'rows',
);

function commandWith(id: CommandId, own: Omit<Command, 'id' | keyof CommandData>): Command | null {
  const data = commands.get(id);
  return data ? { ...data, id, ...own } : null;
}
