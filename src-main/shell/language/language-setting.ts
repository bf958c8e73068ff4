import { join } from 'node:path';
import type { Result } from '@shared/contract/failure';
import type { FoundLanguage } from '@shared/contract/preferences';
import { LanguageChoice, languageFor, Spoken } from '@shared/language/language';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { keepSetting, readSetting } from '../setting-file';

const LanguageSetting = z.object({ language: LanguageChoice });
const standard: z.infer<typeof LanguageSetting> = { language: 'system' };
const fileIn = (profile: string): string => join(profile, 'language.json');

/** The language chosen in this profile; that of the system where none was, or the file is not ours. */
export function readLanguage(profile: string): FoundLanguage {
  const { value, unread } = readSetting(fileIn(profile), LanguageSetting, standard);
  return { ...value, unread };
}

/** Keeps it: spoken from the next start on. */
export function keepLanguage(profile: string, language: LanguageChoice): Promise<Result<null>> {
  return keepSetting(fileIn(profile), { language }, t('Keeping the language'));
}

/** What the app speaks: what it was started to speak, else what was chosen, else what the system speaks. */
export function spokenHere(started: string | undefined, chosen: LanguageChoice, locale: string): Spoken {
  return Spoken.safeParse(started).data ?? (chosen === 'system' ? languageFor(locale) : chosen);
}
