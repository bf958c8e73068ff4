import { serviceUrl } from '@main/workspace/service-url';
import { failure, type Result, success } from '@shared/contract/failure';
import type { ShellCalls } from '@shared/contract/shell';
import type { WorkspaceId } from '@shared/domain/ids';
import { named, services } from '@shared/domain/services';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import type { NewWorkspace } from '../../workspace/create-workspace';
import { environmentOf } from '../../workspace/environment-of';
import { newWorkspaceId } from '../../workspace/new-workspace-id';
import type { Keyring } from '../../workspace/vault/keyring';
import { chooseProtection } from './choose-protection';

interface Where {
  readonly folder: (id: WorkspaceId) => string;
  readonly keyring: Keyring | null;
  readonly now: () => number;
}

/** The workspace that is asked for on a real instance, of whichever service; nothing is asked of it yet. */
export function connectedTo(
  input: z.output<ShellCalls['connect']['input']>,
  { folder, keyring, now }: Where,
): Result<NewWorkspace> {
  const { service = 'clerk', name, scenario, apiKey, platformToken } = input;
  const protection = chooseProtection('remote', input.passphrase, keyring);
  if (!protection.ok) return protection;
  const { hasPlatform, label } = services[service];
  if (!hasPlatform && (scenario === 'platforms' || platformToken !== undefined))
    return withoutPlatform(label);
  const url = serviceUrl(input.url, service);
  if (!url.ok) return url;
  const id = newWorkspaceId(name);
  return success({
    ...{ directory: folder(id), id, name, scenario, kind: 'remote', apiKey },
    ...named(service),
    environment: environmentOf(scenario, apiKey, service),
    url: url.value,
    platformToken: scenario === 'platforms' ? undefined : platformToken,
    protection: protection.value,
    createdAt: now(),
  });
}

function withoutPlatform(service: string): Result<never> {
  return failure(
    'invalid-input',
    t('{service} has no platform with applications. Nothing was made.', { service }),
    t('Choose another scenario, and leave the Platform token out.'),
  );
}
