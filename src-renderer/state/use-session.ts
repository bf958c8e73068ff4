import type { Locked } from '@shared/contract/guard';
import type { ShellInfo } from '@shared/contract/shell';
import type {
  BrokenWorkspace,
  EngineState,
  OpenedInfo,
  WorkspaceInfo,
} from '@shared/contract/workspace-info';
import { create } from 'zustand';

interface Session {
  /** False until the shell has answered for the first time. */
  readonly loaded: boolean;
  readonly info: ShellInfo | null;
  /** Those that other windows have open say so. */
  readonly workspaces: readonly OpenedInfo[];
  readonly broken: readonly BrokenWorkspace[];
  readonly engine: EngineState;
  /** True once the engine of the open workspace was ready: a restart then leaves the screens up. */
  readonly wasReady: boolean;
  /** The workspace that was locked as nobody sat here, until one is opened. */
  readonly locked: Locked | null;
}

/** Which workspaces there are, which one is open, and whether its engine runs. */
export const useSession = create<Session>(() => ({
  loaded: false,
  info: null,
  workspaces: [],
  broken: [],
  engine: { kind: 'none' },
  wasReady: false,
  locked: null,
}));

export function setEngineState(engine: EngineState): void {
  useSession.setState(({ wasReady }) => ({
    engine,
    wasReady: engine.kind === 'ready' || (engine.kind !== 'none' && wasReady),
  }));
}

/** The open workspace, or null. */
export function useWorkspace(): WorkspaceInfo | null {
  return useSession(workspaceIn);
}

/** The open workspace at this moment, for what is no component. */
export function openWorkspace(): WorkspaceInfo | null {
  return workspaceIn(useSession.getState());
}

function workspaceIn({ engine, workspaces }: Session): WorkspaceInfo | null {
  return engine.kind === 'none' ? null : (workspaces.find(({ id }) => id === engine.workspaceId) ?? null);
}
