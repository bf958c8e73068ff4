import { formatCount, parseCount } from '@renderer/ui/format/format-count';
import { failure, type Result, success } from '@shared/contract/failure';
import { isUnknownValue } from '@shared/domain/config-field';
import { type ConfigSetting, settingName } from '@shared/domain/config-settings';
import { JsonValue } from '@shared/domain/json';
import { settingFault } from '@shared/domain/setting-fault';
import { knownWord } from '@shared/domain/setting-words';
import { t } from '@shared/language/t';

/** The value of the setting at a path in words. Of what reads as a mask or as null nothing is known. */
export function settingText(path: string, value: JsonValue | undefined): string {
  if (value === undefined || isUnknownValue(value))
    return value === null ? t('not set or not shown') : t('not shown');
  if (typeof value === 'boolean') return value ? t('on') : t('off');
  if (typeof value === 'number') return formatCount(value);
  return typeof value === 'object' ? JSON.stringify(value) : (knownWord(path, value) ?? value);
}

/** What was typed for a setting, as its value; refused where the schema says that the service would refuse it. */
export function parseSetting(setting: ConfigSetting, text: string): Result<JsonValue> {
  const typed = text.trim();
  const name = settingName(setting);
  if (typed === '')
    return failure('invalid-input', t('{name} is empty.', { name }), t('Type a value, or cancel.'));
  const value = typedValue(setting, typed);
  if (value === undefined)
    return failure(
      'invalid-input',
      t('{name} is no JSON.', { name }),
      t('Type it as JSON, such as {example}.', { example: '{"tier": "gold"}' }),
    );
  const wanted = settingFault(setting, value);
  return wanted === null
    ? success(value)
    : failure('invalid-input', t('{name} cannot be {typed}.', { name, typed }), wanted);
}

/** What was typed as its kind of value; undefined for what is none. */
function typedValue({ kind, whole }: ConfigSetting, typed: string): JsonValue | undefined {
  if (kind === 'number' || (kind === 'choice' && whole)) return parseCount(typed) ?? Number(typed);
  if (kind === 'list') {
    // Texts with commas of their own are typed as JSON.
    const told = typed.startsWith('[') ? typedJson(typed) : undefined;
    if (told !== undefined) return told;
    return typed
      .split(/[,\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }
  return kind === 'json' ? typedJson(typed) : typed;
}

function typedJson(typed: string): JsonValue | undefined {
  try {
    return JsonValue.parse(JSON.parse(typed));
  } catch {
    return undefined;
  }
}
