import type { ConfigSetting } from './config-settings';
import { isEmail } from './kinds/texts';

type Rules = Pick<ConfigSetting, 'kind' | 'options' | 'pattern' | 'format' | 'maxLength'>;

/** What to type instead of a text that a setting's schema forbids, as a sentence; null where it allows it. Pure. */
export function settingFault(
  { kind, options, pattern, format, maxLength }: Rules,
  text: string,
): string | null {
  if (kind === 'choice') return options.includes(text) ? null : `Choose one of ${options.join(', ')}.`;
  if (maxLength !== undefined && text.length > maxLength) return `Type ${maxLength} characters at most.`;
  if (kind === 'color') return /^#[0-9a-f]{6}$/i.test(text) ? null : 'Type a colour such as #1f6feb.';
  if (format === 'email') return isEmail(text) ? null : 'Type an email address.';
  if (format === 'uri')
    return /^https?:\/\/[^\s/]+\S*$/i.test(text) ? null : 'Type an address that begins with https://.';
  return pattern === undefined || matches(pattern, text) ? null : `Type a text that matches ${pattern}.`;
}

/** A pattern that is none of JavaScript's is the service's to judge. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
