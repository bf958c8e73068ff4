import { type SeatsLevel, seatsLevel } from '@renderer/ui/marks/seats-level';
import type { JsonObject } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';

/** What Limits and Overview compare organizations by; nothing else of them is held. */
export interface OrganizationFigures {
  readonly id: Organization['id'];
  readonly name: string;
  readonly used: number;
  /** 0: unlimited. */
  readonly limit: number;
  /** The service's limit while another is staged, else the same as `limit`. */
  readonly serverLimit: number;
  /** Null: not known, for the list that it is counted from is refused. */
  readonly invited: number | null;
  readonly admins: number | null;
  readonly level: SeatsLevel;
  /** 0 to 1 and above; 0 when unlimited. */
  readonly fullness: number;
}

export function figuresOf(record: Organization, extras: JsonObject): OrganizationFigures {
  const { id, name, membersCount: used, maxAllowedMemberships: limit } = record;
  const staged = record.server.maxAllowedMemberships;
  return {
    id,
    name,
    used,
    limit,
    serverLimit: typeof staged === 'number' ? staged : limit,
    invited: typeof extras.invited === 'number' ? extras.invited : null,
    admins: typeof extras.admins === 'number' ? extras.admins : null,
    level: seatsLevel(used, limit),
    fullness: limit === 0 ? 0 : used / limit,
  };
}

/** Fullest first; equally full ones by name. */
export function byFullness(a: OrganizationFigures, b: OrganizationFigures): number {
  return b.fullness - a.fullness || a.name.localeCompare(b.name);
}
