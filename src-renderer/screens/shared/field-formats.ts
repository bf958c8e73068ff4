import { failure, type Result, success } from '@shared/contract/failure';
import type { JsonValue } from '@shared/domain/json';

const asText = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A limit of 0 is no limit. */
export function formatSeats(value: JsonValue): string {
  return value === 0 ? 'Unlimited' : asText(value);
}

/** `25`, or nothing or `unlimited` for no limit. */
export function parseSeats(text: string): Result<JsonValue> {
  const typed = text.trim().toLowerCase();
  if (typed === '' || typed === 'unlimited') return success(0);
  if (/^\d{1,9}$/.test(typed)) return success(Number(typed));
  return failure(
    'invalid-input',
    `"${text}" is no number of seats.`,
    'Type a whole number, or leave it empty for no limit.',
  );
}

export const formatText = asText;

export function parseName(text: string): Result<JsonValue> {
  const name = text.trim();
  if (name !== '') return success(name);
  return failure('invalid-input', 'A name cannot be empty.', 'Type a name, or cancel.');
}

/** Slugs as the service takes them: small letters, digits, dashes and underscores. */
export function parseSlug(text: string): Result<JsonValue> {
  const slug = text.trim();
  if (/^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$/.test(slug)) return success(slug);
  return failure(
    'invalid-input',
    `"${slug}" is no slug.`,
    'Use small letters, digits and dashes; begin and end with a letter or digit.',
  );
}
