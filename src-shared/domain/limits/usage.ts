import { z } from 'zod';
import { t } from '../../language/t';
import type { LimitName, LimitValue } from '../books/customer-plan';
import { readField } from '../field-path';
import type { JsonObject } from '../json';

/**
 * What was counted in a customer's pool, when somebody asked: figures only, so that no pool's people or organizations stand in the
 * platform's file. Null: the service did not tell.
 */
export const CountedUsage = z.object({
  at: z.number(),
  people: z.number().nullable(),
  organizations: z.number().nullable(),
  /** Members of each organization, the most first; null as well where there are too many to ask for. */
  members: z.array(z.number()).nullable(),
  /** Invitations that are pending, of each organization, the most first. */
  pending: z.array(z.number()).nullable(),
  /** Messages that were rewritten. */
  templates: z.number().nullable(),
});
export type CountedUsage = z.infer<typeof CountedUsage>;

export type Usage = Readonly<Record<LimitName, number | null>>;

/** Domains that the copy holds of a customer; `isAll` where it is known that there are no others. */
export interface CopiedDomains {
  readonly held: number;
  readonly isAll: boolean;
}

interface Copied {
  /** Config of the application, `{}` while it was never read. */
  readonly config: JsonObject;
  readonly domains: CopiedDomains;
  readonly counted: CountedUsage | undefined;
}

/** How much of each limit a customer uses: of seats and invitations, the organization with the most counts. Null is not known. Pure. */
export function usageOf({ config, domains: copied, counted }: Copied): Usage {
  const domains = copied.isAll ? copied.held : null;
  return {
    people: counted?.people ?? null,
    organizations: counted?.organizations ?? null,
    seats: most(counted?.members),
    invitations: most(counted?.pending),
    connections: Object.keys(config).length === 0 ? null : connectionsOf(config),
    domains,
    templates: counted?.templates ?? null,
  };
}

/** How much is used at least, of limits of which that may be known where the whole is not. Pure. */
export const usedAtLeast = ({ domains }: Pick<Copied, 'domains'>): Readonly<Partial<Usage>> => ({
  domains: domains.held,
});

const most = (counts: readonly number[] | null | undefined): number | null =>
  counts === null || counts === undefined ? null : Math.max(0, ...counts);

/** A path of a config that switches a connection on. */
export const isConnectionSwitch = (path: string): boolean => /^config\.connection_[^.]+\.enabled$/.test(path);

const connectionsOf = (config: JsonObject): number =>
  Object.keys(config).filter(
    (key) => isConnectionSwitch(`config.${key}.enabled`) && readField(config, `${key}.enabled`) === true,
  ).length;

/** How full a limit is. `near` from 80 %. */
export const customerLevels = ['unlimited', 'unknown', 'free', 'near', 'full', 'over'] as const;
export type CustomerLevel = (typeof customerLevels)[number];

export function customerLevel(used: number | null, limit: LimitValue | null): CustomerLevel {
  if (limit === 'unlimited') return 'unlimited';
  if (limit === null || used === null) return 'unknown';
  if (used > limit) return 'over';
  if (used === limit) return used === 0 ? 'free' : 'full';
  return used / limit >= 0.8 ? 'near' : 'free';
}

/** How far a customer is beyond a limit: of seats and invitations all organizations together. Null is not known. */
export function beyond(
  limit: LimitName,
  value: LimitValue | null,
  usage: Usage,
  counted: CountedUsage | undefined,
): number | null {
  if (value === 'unlimited') return 0;
  const used = usage[limit];
  if (value === null || used === null) return null;
  const each = { seats: counted?.members, invitations: counted?.pending }[limit as string];
  return (each ?? [used]).reduce((sum, count) => sum + Math.max(0, count - value), 0);
}

export const levelsWorst = (levels: readonly CustomerLevel[]): CustomerLevel =>
  levels.toSorted((a, b) => customerLevels.indexOf(b) - customerLevels.indexOf(a))[0] ?? 'unlimited';

/** What is counted, in words: one, several, and where they are. */
export const limitWords = Object.fromEntries(
  (
    [
      ['people', t('person'), t('people'), t('People')],
      ['organizations', t('organization'), t('organizations'), t('Organizations')],
      ['seats', t('seat'), t('seats'), t('Seats')],
      ['invitations', t('invitation'), t('invitations'), t('Invitations')],
      ['connections', t('connection'), t('connections'), t('Connections')],
      ['domains', t('domain'), t('domains'), t('Domains')],
      ['templates', t('template'), t('templates'), t('Templates')],
    ] as const
  ).map(([limit, one, many, label]) => [limit, { one, many, label }]),
) as unknown as Readonly<Record<LimitName, { one: string; many: string; label: string }>>;
