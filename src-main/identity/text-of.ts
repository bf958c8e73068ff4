import type { JsonObject } from '@shared/domain/json';
import { sameHeld, spelt } from '@shared/domain/normalised';

/** A text among values; '' when there is none. */
export function textOf(values: JsonObject, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** Whether a record bears the name among values, as the service may spell it. */
export const bearsName = ({ name }: { readonly name: string }, values: JsonObject): boolean =>
  sameHeld('name', name, textOf(values, 'name'));

/** Whether two texts are one to whatever minds no case: DNS, and what goes by keys. */
export const sameInAnyCase = (one: string, other: string): boolean =>
  spelt(one).toLowerCase() === spelt(other).toLowerCase();

/** The texts to look for where the service may keep one in small letters: as it was sent, and so. */
export const spelledAs = (text: string): readonly string[] => [...new Set([text, text.toLowerCase()])];
