import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Result, success } from '@shared/contract/failure';
import type { ShellCalls } from '@shared/contract/shell';
import type { OpenedInfo, WorkspaceInfo } from '@shared/contract/workspace-info';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import type { NewWorkspace } from '../../workspace/create-workspace';
import { findPool, newPool } from '../../workspace/pools/pool-workspace';
import { meantInstance, readApplicationKey } from '../../workspace/pools/read-application-key';
import { keyless } from '../../workspace/replace-api-key';
import type { Keyring } from '../../workspace/vault/keyring';
import type { Workspace } from '../../workspace/workspace';
import { chooseProtection } from './choose-protection';
import type { Elsewhere, OpenKeys } from './elsewhere';
import type { OpenedWorkspace } from './opened-workspace';

interface OpenerParts {
  readonly root: string;
  readonly keyring: Keyring | null;
  readonly fetch: typeof fetch;
  /** Ms since 1970. */
  readonly now: () => number;
  readonly opened: () => OpenedWorkspace | null;
  readonly open: (input: Which) => Promise<Result<OpenedInfo>>;
  readonly create: (
    wanted: NewWorkspace,
    running: null,
    limits?: Input['limits'],
  ) => Promise<Result<WorkspaceInfo>>;
  /** Of what is open here. */
  readonly keys: OpenKeys;
  readonly elsewhere: Pick<Elsewhere, 'show' | 'keysOf'>;
  /** Does what closes the open workspace, once nothing works on it any more. */
  readonly leaving: <T>(work: () => Promise<T>) => Promise<T>;
}

interface Which {
  readonly id: WorkspaceId;
  readonly passphrase?: string;
  readonly limits?: Input['limits'];
}

type Input = z.output<ShellCalls['openApplication']['input']>;
type Platform = Parameters<typeof readApplicationKey>[0];

const mostTries = 3;
const betweenMs = 2_000;

/**
 * Opens the user pool of an application of the open platform: the workspace made for it earlier, or a new one. An earlier one may have a
 * key that was rotated since: where the platform answers, it gets the one of now, and opens at once meanwhile.
 */
export function createApplicationOpener(parts: OpenerParts) {
  const { root, keyring, fetch, opened, open, create, elsewhere } = parts;
  /** Gives an opened pool the key of now, where that is another one, in whichever windows it is; a service that is busy is asked again. */
  const renewKey = async (platform: Platform, { info }: Workspace, which: Which): Promise<void> => {
    if (info.platform === undefined) return;
    const { applicationId } = info.platform;
    for (let tries = 0; tries < mostTries; tries += 1) {
      if (tries > 0) await sleep(betweenMs);
      const keysNow = () => elsewhere.keysOf(which.id) ?? parts.keys;
      const before = keysNow().apiKeyOf(which.id);
      if (before === null) return;
      const key = await readApplicationKey(platform, applicationId, meantInstance(info, before));
      const keys = keysNow();
      const held = keys.apiKeyOf(which.id);
      if (held === null) return;
      if (!key.ok) continue;
      if (held === key.value.apiKey) return;
      const replaced = await keys.replaceApiKey({ ...which, apiKey: key.value.apiKey });
      if (replaced.ok) return;
    }
  };

  /** The open platform, and the workspace made for its application earlier. */
  const look = async ({ applicationId, copy }: Input) => {
    const from = opened();
    if (from === null || from.info.scenario !== 'platforms') return noPlatform();
    const { id: workspaceId, kind, url } = from.info;
    if (kind === 'snapshot') return keyless();
    const platform = { workspaceId, kind, url, token: from.apiKey(), fetch };
    const found = await findPool(root, platform, applicationId, copy);
    if (!found.ok) return found;
    return success({ platform, known: found.value });
  };
  const whichOf = ({ info }: Workspace, passphrase: string | undefined): Which => ({
    id: info.id,
    ...(passphrase !== undefined && { passphrase }),
  });

  const openHere = async (input: Input): Promise<Result<OpenedInfo>> => {
    const { applicationId, passphrase, limits } = input;
    const asked = await look(input);
    if (!asked.ok) return asked;
    const { platform, known } = asked.value;
    if (known) {
      const which = whichOf(known, passphrase);
      const pool = await open({ ...which, limits });
      if (pool.ok) void renewKey(platform, known, which);
      return pool;
    }
    const protection = chooseProtection(platform.kind, input.newPassphrase, keyring);
    if (!protection.ok) return needsPassphrase();
    const wanted = await newPool(platform, applicationId, {
      root,
      protection: protection.value,
      createdAt: parts.now(),
    });
    return wanted.ok ? create(wanted.value, null, limits) : wanted;
  };

  return async (input: Input): Promise<Result<OpenedInfo>> => {
    const asked = await look(input);
    if (!asked.ok) return asked;
    const { platform, known } = asked.value;
    // Nothing is left here for what is shown elsewhere: the platform's copying goes on.
    if (!known || !(await elsewhere.show(known.info.id))) return parts.leaving(() => openHere(input));
    void renewKey(platform, known, whichOf(known, input.passphrase));
    return success({ ...known.info, elsewhere: true });
  };
}

function needsPassphrase(): Result<never> {
  return failure(
    'new-passphrase',
    t(
      'The people of this application are to be copied anew, and this system has no keyring: the copy needs a passphrase of its own. Nothing was made.',
    ),
    t('Open its people from Applications, and choose a passphrase there.'),
  );
}

function noPlatform(): Result<never> {
  return failure(
    'invalid-input',
    t('No platform’s workspace is open. Nothing was changed.'),
    t('Open the platform’s workspace, and the application from there.'),
  );
}
