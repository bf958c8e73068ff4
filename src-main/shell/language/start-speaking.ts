import { languageVariable } from '@shared/language/language';
import { loadLanguage } from '@shared/language/load-language';
import { app } from 'electron';
import { readLanguage, spokenHere } from './language-setting';

/**
 * Makes this process speak the app's language. Before the app is ready Electron tells no locale: Node's is the
 * system's as well.
 */
export async function startSpeaking(): Promise<void> {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const { language } = readLanguage(app.getPath('userData'));
  const spoken = spokenHere(process.env[languageVariable], language, locale);
  await loadLanguage(spoken);
}
