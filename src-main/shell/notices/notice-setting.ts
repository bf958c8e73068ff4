import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { type FoundNotices, NoticeSetting } from '@shared/contract/preferences';
import { t } from '@shared/language/t';
import { keepSetting, readSetting } from '../setting-file';

/** Whether somebody at this profile wants notices; so until they say otherwise. */
export interface NoticeSwitch {
  isOn(): boolean;
  found(): FoundNotices;
  turn(setting: NoticeSetting): Promise<Result<Record<never, never>>>;
}

export function openNoticeSetting(profile: string): NoticeSwitch {
  const file = join(profile, 'notices.json');
  let { value, unread } = readSetting(file, NoticeSetting, { on: true });
  return {
    isOn: () => value.on,
    found: () => ({ ...value, unread }),
    async turn(setting) {
      const kept = await keepSetting(file, setting, t('Keeping whether you want notices'));
      if (!kept.ok) return kept;
      [value, unread] = [setting, null];
      return success({});
    },
  };
}
