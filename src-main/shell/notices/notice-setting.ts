import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { NoticeSetting } from '@shared/contract/preferences';
import { t } from '@shared/language/t';
import { diskFailure } from '../../workspace/disk-failure';
import { writeFileAtomic } from '../../workspace/write-file-atomic';

/** Whether somebody at this profile wants notices; so until they say otherwise. */
export interface NoticeSwitch {
  isOn(): boolean;
  turn(setting: NoticeSetting): Promise<Result<Record<never, never>>>;
}

export function openNoticeSetting(profile: string): NoticeSwitch {
  const file = join(profile, 'notices.json');
  let on = read(file);
  return {
    isOn: () => on,
    async turn(setting) {
      try {
        await writeFileAtomic(file, JSON.stringify(setting));
      } catch (error) {
        return diskFailure(error, t('Keeping whether you want notices'));
      }
      on = setting.on;
      return success({});
    },
  };
}

function read(file: string): boolean {
  try {
    return NoticeSetting.parse(JSON.parse(readFileSync(file, 'utf8'))).on;
  } catch {
    return true;
  }
}
