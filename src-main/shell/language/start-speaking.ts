import { languageVariable } from '@shared/language/language';
import { loadLanguage } from '@shared/language/load-language';
import { app } from 'electron';
import { readLanguage, spokenHere } from './language-setting';

/**
 * Makes the app speak its language, and the processes that it starts. Before the app is ready Electron tells no locale: Node's is the
 * system's as well.
 */
export async function startSpeaking(): Promise<void> {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const spoken = spokenHere(process.env[languageVariable], readLanguage(app.getPath('userData')), locale);
  process.env[languageVariable] = spoken;
  await loadLanguage(spoken);
}
