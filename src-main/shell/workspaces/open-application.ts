import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result } from '@shared/contract/failure';
import type { ShellInputOf } from '@shared/contract/shell';
import type { OpenedInfo, WorkspaceInfo } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { NewWorkspace } from '../../workspace/create-workspace';
import { findPool, newPool } from '../../workspace/pools/pool-workspace';
import { readApplicationKey } from '../../workspace/pools/read-application-key';
import { keyless } from '../../workspace/replace-api-key';
import type { Keyring } from '../../workspace/vault/keyring';
import { chooseProtection } from './choose-protection';
import type { OpenedWorkspace } from './opened-workspace';

interface OpenerParts {
  readonly root: string;
  readonly keyring: Keyring | null;
  readonly fetch: typeof fetch;
  /** Ms since 1970. */
  readonly now: () => number;
  readonly opened: () => OpenedWorkspace | null;
  readonly open: (input: {
    readonly id: WorkspaceId;
    readonly passphrase?: string;
  }) => Promise<Result<OpenedInfo>>;
  readonly create: (wanted: NewWorkspace) => Promise<Result<WorkspaceInfo>>;
  /** Puts another key into the vault of a workspace, and has its engine start with it. */
  readonly replaceKey: (input: Which & { readonly apiKey: string }) => Promise<Result<unknown>>;
}

interface Which {
  readonly id: WorkspaceId;
  readonly passphrase?: string;
}

type Platform = Parameters<typeof readApplicationKey>[0];

const mostTries = 3;
const betweenMs = 2_000;

/**
 * Opens the user pool of an application of the open platform: the workspace made for it earlier, or a new one. An earlier one may have a
 * key that was rotated since: where the platform answers, it gets the one of now, and opens at once meanwhile.
 */
export function createApplicationOpener(parts: OpenerParts) {
  const { root, keyring, fetch, opened, open, create, replaceKey } = parts;
  /** Gives an opened pool the key of now, where that is another one; a service that is busy is asked again. */
  const renewKey = async (platform: Platform, applicationId: string, which: Which): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (tries > 0) await sleep(betweenMs);
      const key = await readApplicationKey(platform, applicationId);
      const now = opened();
      if (now?.info.id !== which.id) return;
      if (!key.ok) continue;
      if (now.apiKey() === key.value.apiKey) return;
      const replaced = await replaceKey({ ...which, apiKey: key.value.apiKey });
      if (replaced.ok) return;
    }
  };

  return async (input: ShellInputOf<'openApplication'>): Promise<Result<OpenedInfo>> => {
    const { applicationId, passphrase } = input;
    const from = opened();
    if (from === null || from.info.scenario !== 'platforms') return noPlatform();
    const { id: workspaceId, kind, url } = from.info;
    if (kind === 'snapshot') return keyless();
    const found = await findPool(root, workspaceId, applicationId);
    if (!found.ok) return found;
    const known = found.value;
    const platform = { workspaceId, kind, url, token: from.apiKey(), fetch };
    if (known) {
      const which = { id: known.info.id, ...(passphrase !== undefined && { passphrase }) };
      const pool = await open(which);
      if (pool.ok) void renewKey(platform, applicationId, which);
      return pool;
    }
    const protection = chooseProtection(kind, passphrase, keyring);
    if (!protection.ok) return protection;
    const wanted = await newPool(platform, applicationId, {
      root,
      protection: protection.value,
      createdAt: parts.now(),
    });
    return wanted.ok ? create(wanted.value) : wanted;
  };
}

function noPlatform(): Result<never> {
  return failure(
    'invalid-input',
    t('No platform’s workspace is open. Nothing was changed.'),
    t('Open the platform’s workspace, and the application from there.'),
  );
}
