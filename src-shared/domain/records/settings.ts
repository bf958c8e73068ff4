import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonObject } from '../json';
import { envelope } from './envelope';

/** A singleton of the instance, by name: `organization_settings` (spec: `GET /instance/organization_settings`). */
export const RemoteSettings = z.object({
  id: RecordId,
  /** The singleton's own keys, as the service names them. */
  values: JsonObject,
});
export type RemoteSettings = z.infer<typeof RemoteSettings>;

export const Settings = RemoteSettings.extend(envelope);
export type Settings = z.infer<typeof Settings>;
