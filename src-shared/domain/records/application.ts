import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonObject } from '../json';
import { envelope } from './envelope';

/** How far the DNS records of a domain are verified (spec: `DNSStatus`); '' where there is no domain. */
export const DnsState = z.enum(['', 'not_started', 'in_progress', 'complete']);
export type DnsState = z.infer<typeof DnsState>;

/**
 * An application of a platform with the config of its production instance, or of its only one (spec, `platform-beta.yml`:
 * `PlatformApplicationResponse`, `PlatformConfigResponse`, `PlatformDomainResponse`).
 */
export const RemoteApplication = z.object({
  id: RecordId,
  name: z.string(),
  instanceId: z.string(),
  /** `production`, `development`, or whatever else the service makes. */
  environment: z.string(),
  /** Name of its first domain, '' without one. */
  domain: z.string(),
  dns: DnsState,
  /** The config document as the service shows it: secrets masked, and some keys null although they are set. */
  config: JsonObject,
  /** What a write says it was made against (`If-Match`). */
  configVersion: z.string(),
});
export type RemoteApplication = z.infer<typeof RemoteApplication>;

export const Application = RemoteApplication.extend(envelope);
export type Application = z.infer<typeof Application>;
