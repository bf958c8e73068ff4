import type { Outcome } from '../kit/outcome';
import type { Scope } from '../kit/scope';

const dayMs = 86_400_000;
/** Active users a month that cost nothing. */
const freeUsers = 10_000;
const freeOrganizations = 100;
const tiers = ['tier_a', 'tier_b', 'tier_c', 'tier_d', 'tier_e', 'tier_f'];

/** A period: whole days, the end not included, Unix milliseconds. */
export type Period = { readonly start: number; readonly end: number };

/** The current billing cycle: the calendar month, in UTC. */
export const cycleAt = (now: number): Period => {
  const at = new Date(now);
  return {
    start: Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1),
    end: Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1),
  };
};

/** The period between two days, both included. */
export const daysFrom = (start: string, end: string): Period => ({
  start: Date.parse(start),
  end: Date.parse(end) + dayMs,
});

/** What the scope's instance used in a period, by meter. */
export const usage = (scope: Scope, application: string, { start, end }: Period): Outcome<object> => {
  const active = (table: string): number =>
    scope.db.count(
      `SELECT count(*) FROM ${table} WHERE instance = ? AND last_active_at >= ? AND last_active_at < ?`,
      [scope.instance, start, end],
    );
  const [users, organizations] = [active('users'), active('organizations')];
  const domains = scope.db.count('SELECT count(*) FROM domains WHERE instance = ?', [scope.instance]);
  const none = { total_usage: 0 };
  // Who has a number and was there was sent one message; numbers of North America are the cheapest tier.
  const texted = (like: string): number =>
    scope.db.count(
      `SELECT count(*) FROM users WHERE instance = ? AND last_active_at >= ? AND last_active_at < ?
         AND phone IS NOT NULL AND phone ${like} '+1%'`,
      [scope.instance, start, end],
    );
  const sent = { tier_a: texted('LIKE'), tier_c: texted('NOT LIKE') };
  return {
    ok: true,
    value: {
      application_id: application,
      instance_id: scope.instance,
      period_start: new Date(start).toISOString(),
      period_end: new Date(end).toISOString(),
      mau: { total_usage: users, total_billable_usage: Math.max(0, users - freeUsers) },
      mao: {
        total_usage: organizations,
        total_billable_usage: Math.max(0, organizations - freeOrganizations),
      },
      custom_domains: { total_usage: domains },
      sms_messages: {
        total_usage: sent.tier_a + sent.tier_c,
        ...Object.fromEntries(tiers.map((tier) => [tier, none])),
        tier_a: { total_usage: sent.tier_a },
        tier_c: { total_usage: sent.tier_c },
      },
      enterprise_connections: none,
    },
  };
};
