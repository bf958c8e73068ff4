import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import type { WorkspaceId } from '@shared/domain/ids';
import type { NewWorkspace } from '../create-workspace';
import { listWorkspaces } from '../list-workspaces';
import { newWorkspaceId } from '../new-workspace-id';
import type { Protection } from '../vault/protection';
import type { Workspace } from '../workspace';
import { readApplicationKey } from './read-application-key';
import { readPoolScenario } from './read-pool-scenario';

/** A platform at work, as its pools need it. */
export interface PoolPlatform {
  readonly workspaceId: WorkspaceId;
  readonly kind: 'sandbox' | 'remote';
  /** Base of the API, with its version. */
  readonly url: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

/**
 * The workspace made earlier for the pool of an application, the first where there are several. Production comes first: one that was made
 * before there was any goes on holding the people of development.
 */
export async function findPool(
  root: string,
  platform: WorkspaceId,
  applicationId: string,
): Promise<Result<Workspace | undefined>> {
  const listed = await listWorkspaces(root);
  if (!listed.ok) return listed;
  const own = listed.value.workspaces.filter(
    ({ info }) => info.platform?.workspaceId === platform && info.platform.applicationId === applicationId,
  );
  return success(own.find((pool) => !isOfDevelopment(pool)) ?? own[0]);
}

const isOfDevelopment = ({ info }: Workspace): boolean =>
  (info.platform?.instance?.environment ?? info.environment) === 'development';

/** The same, where it still is the pool of the application: undefined where a production instance was made since, as the platform says. */
export async function currentPool(
  root: string,
  platform: PoolPlatform,
  applicationId: string,
): Promise<Result<Workspace | undefined>> {
  const found = await findPool(root, platform.workspaceId, applicationId);
  if (!found.ok || found.value === undefined || !isOfDevelopment(found.value)) return found;
  const key = await readApplicationKey(platform, applicationId);
  return key.ok && key.value.instance.environment === 'production' ? success(undefined) : found;
}

/** What a new workspace for the pool of an application is made of: the platform is asked for its key, and the pool what it is. */
export async function newPool(
  platform: PoolPlatform,
  applicationId: string,
  {
    root,
    protection,
    createdAt,
  }: {
    readonly root: string;
    readonly protection: Protection;
    /** Ms since 1970. */
    readonly createdAt: number;
  },
): Promise<Result<NewWorkspace>> {
  const { workspaceId, kind, url, fetch } = platform;
  const key = await readApplicationKey(platform, applicationId);
  if (!key.ok) return key;
  const { name, instance, apiKey } = key.value;
  const scenario = await readPoolScenario({ url, apiKey, fetch });
  if (!scenario.ok) return scenario;
  const id = newWorkspaceId(name);
  return success({
    directory: join(root, id),
    id,
    name,
    scenario: scenario.value,
    kind,
    environment: kind === 'sandbox' ? 'sandbox' : instance.environment,
    url,
    apiKey,
    protection,
    createdAt,
    platform: { workspaceId, applicationId, instance },
  });
}
