import { dayMs } from '../utc-day';

/** Days before its end from which a certificate is to be looked at. */
export const soonDays = 30;

export interface CertificateLife {
  readonly state: 'expired' | 'soon' | 'good';
  /** Whole days until it ends, or since it ended. */
  readonly days: number;
}

/** How long a certificate goes on. `expiresAt`: ms since 1970, 0 where the service tells of none: null then. Pure. */
export function certificateLife(expiresAt: number, now: number): CertificateLife | null {
  if (expiresAt === 0) return null;
  const left = expiresAt - now;
  if (left < 0) return { state: 'expired', days: Math.floor(-left / dayMs) };
  return { state: left < soonDays * dayMs ? 'soon' : 'good', days: Math.floor(left / dayMs) };
}

/** When a certificate is expired, or expires soon, as a span of its end; ms, `to` exclusive. */
export const certificateSpan = (state: 'expired' | 'soon', now: number) =>
  state === 'expired' ? { from: 1, to: now } : { from: now, to: now + soonDays * dayMs };
