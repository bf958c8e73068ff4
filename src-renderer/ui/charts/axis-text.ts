import { formatCount } from '../format/format-count';
import { dateFormat, shortNumberFormat } from '../format/locale';

/** Below this a figure stands in full. */
const long = 100_000;

/** `9,450`, `312.5K`: at an axis. */
export const shortCount = (value: number): string =>
  value < long ? formatCount(value) : shortNumberFormat().format(value);

/** `28 Oct`, of UTC. */
export const shortDay = (at: number): string =>
  dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);
