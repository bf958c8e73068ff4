import { RecordId } from '@shared/domain/ids';
import { JsonObject } from '@shared/domain/json';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { mainInstance } from '@shared/domain/main-instance';
import type { DnsState, RemoteApplication } from '@shared/domain/records/record-map';
import { z } from 'zod';

/** `PlatformApplicationResponse` (spec: `platform-beta.yml`), without keys. */
export const ApplicationWire = z.object({
  application_id: RecordId,
  name: wire.text,
  instances: wireList(z.object({ instance_id: wire.key, environment_type: wire.text })),
});
export type ApplicationWire = z.output<typeof ApplicationWire>;

/** `PlatformConfigResponse`: an open object. */
export const ConfigWire = JsonObject;

/** `PlatformListApplicationDomainsResponse`, in no order that is promised. */
export const DomainsWire = z.object({
  data: wireList(z.object({ id: wire.key, name: wire.text, is_provider_domain: z.boolean().nullish() })),
});

/** `PlatformDomainStatusResponse`; what is no word at all reads as not said. */
export const DomainStatusWire = z.object({
  dns: z.object({ status: z.string().catch('') }),
});

/** What is read of an application beside itself. */
export interface ApplicationDetails {
  readonly config: JsonObject;
  readonly domain: string;
  readonly dns: DnsState;
}

export function readApplication(
  wired: ApplicationWire,
  { config: { config_version: version, ...config }, domain, dns }: ApplicationDetails,
): RemoteApplication {
  const instance = mainInstance(wired.instances);
  return {
    id: wired.application_id,
    name: wired.name || wired.application_id,
    instanceId: instance?.instance_id ?? '',
    environment: instance?.environment_type || 'development',
    domain,
    dns,
    config,
    configVersion: typeof version === 'string' ? version : '',
  };
}
