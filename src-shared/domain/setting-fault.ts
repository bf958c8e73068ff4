import { assertNever } from '../assert-never';
import { t } from '../language/t';
import type { ConfigSetting } from './config-settings';
import { isJsonArray, type JsonValue } from './json';
import { isEmail } from './kinds/texts';
import { addressFault } from './kinds/web-address';

/** What to give instead of a value that a setting's schema forbids, as a sentence; null where it allows it. Pure. */
export function settingFault(setting: ConfigSetting, value: JsonValue): string | null {
  switch (setting.kind) {
    case 'choice':
      return setting.options.includes(String(value))
        ? null
        : t('Choose one of {options}.', { options: setting.options.join(', ') });
    case 'flag':
      return typeof value === 'boolean' ? null : t('Choose true or false.');
    case 'number':
      return typeof value === 'number' && isWithin(setting, value) ? null : numberFault(setting);
    case 'list':
      return listFault(setting, value);
    case 'json':
      return null;
    case 'color':
    case 'text':
      return typeof value === 'string' ? textFault(setting, value) : t('Type a text.');
    default:
      return assertNever(setting.kind);
  }
}

function listFault({ options }: ConfigSetting, value: JsonValue): string | null {
  if (value === null || typeof value !== 'object' || !isJsonArray(value)) return t('Give a list of texts.');
  if (!value.every((one) => typeof one === 'string' && one !== ''))
    return t('Give a list of texts, none of them empty.');
  return options.length === 0 || value.every((one) => options.includes(String(one)))
    ? null
    : t('Choose among {options}.', { options: options.join(', ') });
}

function textFault({ kind, pattern, format, maxLength }: ConfigSetting, text: string): string | null {
  if (maxLength !== undefined && [...text].length > maxLength)
    return t('Type {maxLength, number} characters at most.', { maxLength });
  const fits = pattern === undefined || matches(pattern, text);
  if (kind === 'color') return fits ? null : t('Type a colour such as #1f6feb.');
  if (format === 'email') return isEmail(text) ? null : t('Type an email address.');
  if (format === 'uri' && !/^[a-z][a-z0-9+.-]*:\/*[^\s/]\S*$/i.test(text)) {
    const fault = addressFault(text) ?? t('must begin with https://');
    return t('Type another address: this one {fault}.', { fault });
  }
  if (format === 'uri') return null;
  return fits ? null : t('Type a text that matches {pattern}.', { pattern });
}

function isWithin(
  { whole, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY }: ConfigSetting,
  value: number,
): boolean {
  return (whole ? Number.isInteger(value) : Number.isFinite(value)) && value >= minimum && value <= maximum;
}

/** What number it takes, with its bounds where the schema says them. */
function numberFault({ whole, minimum, maximum }: ConfigSetting): string {
  if (minimum !== undefined && maximum !== undefined)
    return whole
      ? t('Type a whole number from {minimum, number} to {maximum, number}.', { minimum, maximum })
      : t('Type a number from {minimum, number} to {maximum, number}.', { minimum, maximum });
  if (minimum !== undefined)
    return whole
      ? t('Type a whole number from {minimum, number} upwards.', { minimum })
      : t('Type a number from {minimum, number} upwards.', { minimum });
  if (maximum !== undefined)
    return whole
      ? t('Type a whole number up to {maximum, number}.', { maximum })
      : t('Type a number up to {maximum, number}.', { maximum });
  return whole ? t('Type a whole number.') : t('Type a number.');
}

/** A pattern that is none of JavaScript's is the service's to judge. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
