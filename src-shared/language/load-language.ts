import { config } from 'zod';
import { Spoken } from './language';
import { speak } from './speak';

/** Makes this process speak what `wanted` names, English where it names nothing; to be awaited before modules with texts are loaded. */
export async function loadLanguage(wanted: string | undefined): Promise<Spoken> {
  const language = Spoken.safeParse(wanted).data ?? 'en';
  if (language === 'de') {
    speak(language, (await import('./german')).german);
    // What a schema says of a value that does not fit stands in sentences of ours.
    config((await import('zod/v4/locales/de.js')).default());
  } else speak(language);
  return language;
}
