import { formatCount, parseCount } from '@renderer/ui/format-count';
import { failure, type Result, success } from '@shared/contract/failure';
import { editableField } from '@shared/domain/editable-fields';
import type { JsonValue } from '@shared/domain/json';
import { valueFault } from '@shared/domain/staging/value-fault';

const asText = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A limit of 0 is no limit. */
export function formatSeats(value: JsonValue): string {
  if (value === 0) return 'Unlimited';
  return typeof value === 'number' ? formatCount(value) : asText(value);
}

/** `25`, or nothing or `unlimited` for no limit. */
export function parseSeats(text: string): Result<JsonValue> {
  const typed = text.trim().toLowerCase();
  if (typed === '' || typed === 'unlimited') return success(0);
  const seats = parseCount(typed);
  if (seats !== null) return judged('maxAllowedMemberships', seats);
  return failure(
    'invalid-input',
    `"${text}" is no number of seats.`,
    'Type a whole number, or leave it empty for no limit.',
  );
}

export const formatText = asText;

export function parseName(text: string): Result<JsonValue> {
  return judged('name', text.trim());
}

export function parseSlug(text: string): Result<JsonValue> {
  return judged('slug', text.trim());
}

/** A value for a field of an organization, by the very rule that staging goes by: a form passes nothing that is refused there. */
function judged(path: string, value: JsonValue): Result<JsonValue> {
  const field = editableField('organization', path);
  const fault = field && valueFault(field, value, { roles: new Map(), permissionKeys: new Set() });
  if (!fault) return success(value);
  return failure('invalid-input', `${field?.label ?? path} ${fault}.`, 'Correct it, or cancel.');
}
