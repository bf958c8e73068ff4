import type { Random } from './random';

/** The kinds of ids the service hands out. */
export type IdPrefix =
  | 'app'
  | 'ins'
  | 'user'
  | 'idn'
  | 'org'
  | 'orgmem'
  | 'orginv'
  | 'role'
  | 'perm'
  | 'img'
  | 'dmn'
  | 'alid'
  | 'blid'
  | 'ru'
  | 'inv'
  | 'wle'
  | 'orgdmn'
  | 'roleset'
  | 'rsm'
  | 'entconn'
  | 'entest'
  | 'dir'
  | 'dgrm'
  | 'dak'
  | 'jtmp'
  | 'oa'
  | 'oac'
  | 'oas'
  | 'mch'
  | 'ak'
  | 'apikey'
  | 'tmpl'
  | 'dmnint'
  | 'appxfer'
  | 'cplan'
  | 'csubi';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** KSUIDs count seconds from here (2014-05-13T16:53:20Z). */
const epochSeconds = 1_400_000_000;

/** Hexadecimal digits by chance. */
const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => random.int(0, 15).toString(16)).join('');

/**
 * Makes an id in Clerk's style: prefix, underscore, 27 letters and digits that sort by creation time; of an API key, `ak_` and 32
 * hexadecimal digits (spec: `/api_keys`).
 *
 * @param at Unix milliseconds.
 */
export const makeId = (prefix: IdPrefix, at: number, random: Random): string => {
  if (prefix === 'apikey') return `ak_${hex(random, 32)}`;
  let seconds = Math.max(0, Math.floor(at / 1000) - epochSeconds);
  let time = '';
  for (let i = 0; i < 6; i += 1) {
    time = base62[seconds % 62] + time;
    seconds = Math.floor(seconds / 62);
  }
  return `${prefix}_2${time}${random.base62(20)}`;
};
