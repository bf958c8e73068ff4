import { RecordId } from '@shared/domain/ids';
import { JsonObject } from '@shared/domain/json';
import type { RemoteSettings } from '@shared/domain/records/settings';

/** Spec: `GET /instance/organization_settings`; every key is kept, also those that are not known yet. */
export const SettingsWire = JsonObject;

export const settingsId = RecordId.parse('organization_settings');

export function readSettings({ object: _object, ...values }: JsonObject): RemoteSettings {
  return { id: settingsId, values };
}
