import { parseSetting } from '@renderer/screens/applications/setting-text';
import { type Result, success } from '@shared/contract/failure';
import { isSecretSetting } from '@shared/domain/config-field';
import type { ConfigGroup, ConfigSetting } from '@shared/domain/config-settings';
import { heldSetting } from '@shared/domain/fleet/same-setting';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { takenOver } from '@shared/domain/rules/taken-over';

/** A value as it is typed or chosen in a form. */
export function typedText({ kind }: ConfigSetting, value: JsonValue): string {
  if (kind === 'flag') return value === true ? 'on' : 'off';
  if (value !== null && typeof value === 'object')
    return kind === 'list' && isJsonArray(value) ? value.join(', ') : JSON.stringify(value);
  return String(value);
}

/** What was typed as a value; a text with a variable in it is nobody's to judge before it is filled. */
export function typedValue(setting: ConfigSetting, text: string): Result<JsonValue> {
  if (setting.kind === 'flag') return success(text === 'on');
  const open = text.includes('{{') && (setting.kind === 'text' || setting.kind === 'color');
  return open ? success(text.trim()) : parseSetting(setting, text);
}

/** Settings that a baseline can hold: what is hidden or secret cannot be compared. */
export const comparable = (groups: readonly ConfigGroup[]): readonly ConfigSetting[] =>
  groups.flatMap(({ settings }) =>
    settings.filter(({ path, writeOnly }) => !writeOnly && !isSecretSetting(path)),
  );

/** The settings of an application in some groups, as a golden config: without secrets, and without its own pages and addresses. */
export function goldenOf(
  application: StoredRecord<'application'>,
  known: readonly ConfigSetting[],
  groups: readonly string[],
): Readonly<Record<string, string>> {
  const { config } = takenOver(application);
  return Object.fromEntries(
    known.flatMap((setting) => {
      const held = groups.includes(setting.group) ? heldSetting(config, setting.path, undefined) : undefined;
      return held === undefined ? [] : [[setting.path, typedText(setting, held)]];
    }),
  );
}
