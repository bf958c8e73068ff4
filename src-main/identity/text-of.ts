import type { JsonObject } from '@shared/domain/json';

/** A text among values; '' when there is none. */
export function textOf(values: JsonObject, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}
