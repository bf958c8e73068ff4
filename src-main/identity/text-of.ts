import type { JsonObject } from '@shared/domain/json';

/** A text among values; '' when there is none. */
export function textOf(values: JsonObject, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** The texts to look for where the service may keep one in small letters: as it was sent, and so. */
export const spelledAs = (text: string): readonly string[] => [...new Set([text, text.toLowerCase()])];
