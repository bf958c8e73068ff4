import { join } from 'node:path';
import { failure, type Result } from '@shared/contract/failure';
import type { ShellInputOf, WorkspaceInfo } from '@shared/contract/shell';
import type { WorkspaceId } from '@shared/domain/ids';
import type { NewWorkspace } from '../../workspace/create-workspace';
import { listWorkspaces } from '../../workspace/list-workspaces';
import type { Keyring } from '../../workspace/vault/keyring';
import { chooseProtection } from './choose-protection';
import { newWorkspaceId } from './new-workspace-id';
import type { OpenedWorkspace } from './opened-workspace';
import { readApplicationKey } from './read-application-key';
import { readPoolScenario } from './read-pool-scenario';

interface OpenerParts {
  readonly root: string;
  readonly keyring: Keyring | null;
  readonly fetch: typeof fetch;
  readonly opened: () => OpenedWorkspace | null;
  readonly open: (input: {
    readonly id: WorkspaceId;
    readonly passphrase?: string;
  }) => Promise<Result<WorkspaceInfo>>;
  readonly create: (wanted: NewWorkspace) => Promise<Result<WorkspaceInfo>>;
}

/** Opens the user pool of an application of the open platform: the workspace made for it earlier, or a new one. */
export function createApplicationOpener({ root, keyring, fetch, opened, open, create }: OpenerParts) {
  return async (input: ShellInputOf<'openApplication'>): Promise<Result<WorkspaceInfo>> => {
    const { applicationId, passphrase } = input;
    const from = opened();
    if (from === null || from.info.scenario !== 'platforms') return noPlatform();
    const { id: workspaceId, kind, url } = from.info;
    const listed = await listWorkspaces(root);
    if (!listed.ok) return listed;
    const known = listed.value.workspaces.find(
      ({ info: { platform } }) =>
        platform?.workspaceId === workspaceId && platform.applicationId === applicationId,
    );
    if (known) return open({ id: known.info.id, ...(passphrase !== undefined && { passphrase }) });
    const protection = chooseProtection(kind, passphrase, keyring);
    if (!protection.ok) return protection;
    const key = await readApplicationKey({ url, token: from.apiKey(), fetch }, applicationId);
    if (!key.ok) return key;
    const { name, environment, apiKey } = key.value;
    const scenario = await readPoolScenario({ url, apiKey, fetch });
    const id = newWorkspaceId(name);
    return create({
      directory: join(root, id),
      id,
      name,
      scenario,
      kind,
      environment: kind === 'sandbox' ? 'sandbox' : environment,
      url,
      apiKey,
      protection: protection.value,
      createdAt: Date.now(),
      platform: { workspaceId, applicationId },
    });
  };
}

function noPlatform(): Result<never> {
  return failure(
    'invalid-input',
    'No platform’s workspace is open. Nothing was changed.',
    'Open the platform’s workspace, and the application from there.',
  );
}
