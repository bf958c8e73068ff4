import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, success } from '@shared/contract/failure';
import { LanguageChoice, languageFor, Spoken } from '@shared/language/language';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { diskFailure } from '../../workspace/disk-failure';
import { writeFileAtomic } from '../../workspace/write-file-atomic';

const LanguageSetting = z.object({ language: LanguageChoice });
const fileIn = (profile: string): string => join(profile, 'language.json');

/** The language chosen in this profile; that of the system where none was, or the file is not ours. */
export function readLanguage(profile: string): LanguageChoice {
  try {
    return LanguageSetting.parse(JSON.parse(readFileSync(fileIn(profile), 'utf8'))).language;
  } catch {
    return 'system';
  }
}

/** Keeps it: spoken from the next start on. */
export async function keepLanguage(profile: string, language: LanguageChoice): Promise<Result<null>> {
  try {
    await writeFileAtomic(fileIn(profile), JSON.stringify({ language }));
    return success(null);
  } catch (error) {
    return diskFailure(error, t('Keeping the language'));
  }
}

/** What the app speaks: what it was started to speak, else what was chosen, else what the system speaks. */
export function spokenHere(started: string | undefined, chosen: LanguageChoice, locale: string): Spoken {
  return Spoken.safeParse(started).data ?? (chosen === 'system' ? languageFor(locale) : chosen);
}
