import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Result, success } from '@shared/contract/failure';
import { isOfDevelopment, mainCopy } from '@shared/contract/pool-of';
import type { WorkspaceId } from '@shared/domain/ids';
import type { NewWorkspace } from '../create-workspace';
import { listWorkspaces } from '../list-workspaces';
import { newWorkspaceId } from '../new-workspace-id';
import type { Protection } from '../vault/protection';
import type { Workspace } from '../workspace';
import { readApplicationKey } from './read-application-key';
import { readPoolScenario } from './read-pool-scenario';

/** What is on this disk does not wait longer for a platform to say what it has now. */
const waitMs = 2_000;

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
 * The workspace made earlier for the pool of an application, the first where there are several, production before development. Undefined where
 * there is none, or one of development only and the platform says that a production instance was made since.
 *
 * @param copy the one that is meant, whatever it is of
 */
export async function findPool(
  root: string,
  platform: PoolPlatform,
  applicationId: string,
  copy?: WorkspaceId,
): Promise<Result<Workspace | undefined>> {
  const listed = await listWorkspaces(root);
  if (!listed.ok) return listed;
  const own = listed.value.workspaces.filter(
    ({ info: { platform: of } }) =>
      of?.workspaceId === platform.workspaceId && of.applicationId === applicationId,
  );
  if (copy !== undefined) return success(own.find(({ info }) => info.id === copy));
  const found = mainCopy(own, ({ info }) => info);
  if (found === undefined || !isOfDevelopment(found.info)) return success(found);
  const key = await Promise.race([
    readApplicationKey(platform, applicationId),
    pause(waitMs, null, { ref: false }),
  ]);
  const isPast = key?.ok === true && key.value.instance.environment === 'production';
  return success(isPast ? undefined : found);
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
