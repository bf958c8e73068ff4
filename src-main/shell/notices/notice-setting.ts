import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { NoticeSetting } from '@shared/contract/preferences';
import { t } from '@shared/language/t';
import { keepSetting, readSetting } from '../setting-file';

/** Whether somebody at this profile wants notices; so until they say otherwise. */
export interface NoticeSwitch {
  isOn(): boolean;
  turn(setting: NoticeSetting): Promise<Result<Record<never, never>>>;
}

export function openNoticeSetting(profile: string): NoticeSwitch {
  const file = join(profile, 'notices.json');
  let { on } = readSetting(file, NoticeSetting, { on: true });
  return {
    isOn: () => on,
    async turn(setting) {
      const kept = await keepSetting(file, setting, t('Keeping whether you want notices'));
      if (!kept.ok) return kept;
      on = setting.on;
      return success({});
    },
  };
}
