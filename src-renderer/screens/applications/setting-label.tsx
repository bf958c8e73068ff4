import { capitalized } from '@renderer/ui/format/capitalized';
import { type ConfigSetting, settingNameParts } from '@shared/domain/config-settings';

/** What a setting is called under the heading of its group: whoever hears it read hears the group as well. */
export function SettingLabel({ setting }: { readonly setting: ConfigSetting }) {
  const { group, own } = settingNameParts(setting);
  return (
    <>
      {group !== '' && <span className="visually-hidden">{group}: </span>}
      {capitalized(own)}
    </>
  );
}
