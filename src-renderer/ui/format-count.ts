import { numberFormat } from './locale';

/** A count with the system's separators: `9,000`. */
export function formatCount(value: number): string {
  return numberFormat().format(value);
}
