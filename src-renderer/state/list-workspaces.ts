import { shell } from '@renderer/bridge/shell';
import type { Result } from '@shared/contract/failure';
import type { OpenedInfo } from '@shared/contract/workspace-info';
import { toldOrAsked } from './told-or-asked';
import { useSession } from './use-session';

const list = toldOrAsked<readonly OpenedInfo[]>((workspaces) => useSession.setState({ workspaces }));

/** Reads anew which workspaces there are. Several may ask at a time: who asked last is believed. */
export async function listWorkspaces(): Promise<Result<readonly OpenedInfo[]>> {
  const answered = list.asking();
  const listed = await shell.call('workspaces', {});
  answered(listed);
  return listed;
}
