import { RecordId } from '@shared/domain/ids';
import { JsonObject } from '@shared/domain/json';
import { mainInstance } from '@shared/domain/main-instance';
import { DnsState, type RemoteApplication } from '@shared/domain/records/application';
import { z } from 'zod';

/** `PlatformApplicationResponse` (spec: `platform-beta.yml`), without keys. */
export const ApplicationWire = z.object({
  application_id: RecordId,
  name: z.string(),
  instances: z.array(
    z.object({ instance_id: z.string(), environment_type: z.enum(['production', 'development']) }),
  ),
});
export type ApplicationWire = z.output<typeof ApplicationWire>;

/** `PlatformConfigResponse`: an open object. */
export const ConfigWire = JsonObject.and(z.object({ config_version: z.string().default('') }));
export type ConfigWire = z.output<typeof ConfigWire>;

/** `PlatformListApplicationDomainsResponse`, oldest first. */
export const DomainsWire = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });

/** `PlatformDomainStatusResponse`. */
export const DomainStatusWire = z.object({ dns: z.object({ status: DnsState.catch('') }) });

/** What is read of an application beside itself. */
export interface ApplicationDetails {
  readonly config: ConfigWire;
  readonly domain: string;
  readonly dns: DnsState;
}

export function readApplication(
  wired: ApplicationWire,
  { config: { config_version: configVersion, ...config }, domain, dns }: ApplicationDetails,
): RemoteApplication {
  const instance = mainInstance(wired.instances);
  return {
    id: wired.application_id,
    name: wired.name,
    instanceId: instance?.instance_id ?? '',
    environment: instance?.environment_type ?? 'development',
    domain,
    dns,
    config,
    configVersion,
  };
}
