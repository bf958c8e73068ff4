import { formatCount } from '@renderer/ui/format-count';
import { isJsonArray, type JsonValue } from '@shared/domain/json';

/** A field's value as a text of the interface. `roleNames` maps role keys to names. */
export function fieldText(field: string, value: JsonValue, roleNames: ReadonlyMap<string, string>): string {
  if (value === null || value === '') return '–';
  if (field === 'role' && typeof value === 'string') return roleNames.get(value) ?? value;
  if (field === 'maxAllowedMemberships' && value === 0) return 'Unlimited';
  if (field === 'logo') return 'image';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'string') return value;
  return isJsonArray(value) ? `${value.length} permissions` : JSON.stringify(value);
}
