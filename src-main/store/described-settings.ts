import { type ConfigSetting, configGroups, configSchemaId } from '@shared/domain/config-settings';
import type { Store } from './store';

/** The settings that configs of applications have, by path, as the copied schema describes them; none while there is no schema. */
export async function describedSettings(
  store: Pick<Store, 'get'>,
): Promise<ReadonlyMap<string, ConfigSetting>> {
  const schema = await store.get('settings', configSchemaId);
  const settings = configGroups(schema?.values ?? {}).flatMap((group) => group.settings);
  return new Map(settings.map((setting) => [setting.path, setting]));
}
