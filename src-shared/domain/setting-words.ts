import { t } from '../language/t';
import { configPrefix } from './config-field';

/** What values are called where the service's own word is none of people's, by path of the setting. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'auth_access_control.sign_up_mode': {
    public: t('Anybody'),
    restricted: t('Only who is invited'),
    waitlist: t('Who is let in from the waitlist'),
  },
};

/** What a value of a setting is called, as far as it has another name than the service's; undefined where it has none. */
export const knownWord = (path: string, value: string): string | undefined => {
  const told = path.startsWith(configPrefix) ? words[path.slice(configPrefix.length)] : undefined;
  return told && Object.hasOwn(told, value) ? told[value] : undefined;
};

/** What one of the words that a setting is chosen from is called: `email_code` as `Email code`. */
export function choiceWord(path: string, value: string): string {
  const plain = value.replaceAll('_', ' ');
  return knownWord(path, value) ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
