import { basename } from 'node:path';
import { createWorkspace } from '@main/workspace/create-workspace';
import { environmentOf } from '@main/workspace/environment-of';
import { serviceUrl } from '@main/workspace/service-url';
import { failure, type Result, success } from '@shared/contract/failure';
import type { WorkspaceInfo } from '@shared/contract/workspace-info';
import { WorkspaceId } from '@shared/domain/ids';
import { Scenario } from '@shared/domain/scenario';
import { named, ServiceName, services } from '@shared/domain/services';
import { readOptionalSecret, readSecret } from './read-secret';

export interface InitOptions {
  readonly dir: string;
  readonly url: string;
  readonly name?: string;
  readonly scenario: string;
  readonly service: string;
}

/** Makes a workspace that a passphrase protects. The service is not asked yet: `pull` does that. */
export async function initWorkspace(options: InitOptions): Promise<Result<WorkspaceInfo>> {
  const scenario = Scenario.safeParse(options.scenario);
  if (!scenario.success) {
    return failure(
      'invalid-input',
      `There is no scenario "${options.scenario}".`,
      `Choose ${Scenario.options.join(', ')}.`,
    );
  }
  const service = ServiceName.safeParse(options.service);
  if (!service.success) {
    return failure(
      'invalid-input',
      `There is no service "${options.service}".`,
      `Choose ${ServiceName.options.join(' or ')}.`,
    );
  }
  const { label, hasPlatform } = services[service.data];
  if (scenario.data === 'platforms' && !hasPlatform) return withoutPlatform(label);
  const name = (options.name ?? basename(options.dir)).trim();
  if (name === '') return nameless();
  const url = serviceUrl(options.url, service.data);
  if (!url.ok) return url;
  const apiKey = await readSecret('TENANTRY_API_KEY');
  if (!apiKey.ok) return apiKey;
  const token = await readOptionalSecret('TENANTRY_PLATFORM_TOKEN');
  if (!token.ok) return token;
  if (token.value !== undefined && scenario.data === 'platforms') return tokenTwice();
  if (token.value !== undefined && !hasPlatform) return withoutPlatform(label);
  const passphrase = await readSecret('TENANTRY_PASSPHRASE');
  if (!passphrase.ok) return passphrase;
  const folder = basename(options.dir);
  const created = await createWorkspace({
    directory: options.dir,
    id: WorkspaceId.parse(
      folder
        .toLowerCase()
        .replace(/[^a-z0-9-]/g, '-')
        .slice(0, 64) || 'workspace',
    ),
    name,
    scenario: scenario.data,
    kind: 'remote',
    environment: environmentOf(scenario.data, apiKey.value, service.data),
    url: url.value,
    ...named(service.data),
    apiKey: apiKey.value,
    platformToken: token.value,
    protection: { kind: 'passphrase', passphrase: passphrase.value },
    createdAt: Date.now(),
  });
  return created.ok ? success(created.value.workspace.info) : created;
}

function withoutPlatform(label: string): Result<never> {
  return failure(
    'invalid-input',
    `${label} has no platform with applications. Nothing was made.`,
    'Choose the scenario b2b or b2c, and unset TENANTRY_PLATFORM_TOKEN.',
  );
}

function tokenTwice(): Result<never> {
  return failure(
    'invalid-input',
    'A platform’s workspace takes its token as TENANTRY_API_KEY. Nothing was made.',
    'Unset TENANTRY_PLATFORM_TOKEN.',
  );
}

function nameless(): Result<never> {
  return failure('invalid-input', 'A workspace needs a name. Nothing was made.', 'Give one with --name.');
}
