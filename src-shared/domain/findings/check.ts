import type { CapabilityName } from '../capabilities';
import type { EntityName } from '../entity';
import { organizationOf } from '../organization-of';
import { labelOf } from '../rules/label-of';
import type { Severity } from '../severity';
import type { BlindSpot, Evidence, Hit } from './finding';
import type { FactName, FindingFacts, Seen } from './finding-facts';

/** A rule about the copy. Pure: given facts and the time, it says whom it hits. */
export interface Check<F extends FactName = FactName> {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly effect: string;
  /** What it hits. */
  readonly entity: EntityName;
  /** What must be copied: without one of these it is not tried, and says why. */
  readonly needs: readonly CapabilityName[];
  readonly facts: F;
  readonly find: (facts: FindingFacts[F], now: number) => readonly Hit[];
  /** The records of which it cannot tell, as what it asks for is not known of them. */
  readonly blind?: (facts: FindingFacts[F]) => readonly BlindSpot[];
  /** What its fix is called, and whether it cannot be taken back once reconciled. */
  readonly fix?: string;
  readonly lasting?: true;
  /** Why these facts do not do to try it. */
  readonly lack?: (facts: FindingFacts[F]) => { readonly reason: string; readonly next: string } | null;
  /** Set where it says nothing of development instances. */
  readonly productionOnly?: true;
}

/** Any check; its facts and its rule fit each other. */
export type AnyCheck = { readonly [F in FactName]: Check<F> }[FactName];

/** Records of which nothing can be told. */
export const blindSpots = <E extends EntityName>(entity: E, all: readonly Seen<E>[]): readonly BlindSpot[] =>
  all.map(({ row }) => ({ recordId: row.id, name: labelOf(entity, row, '') }));

/** A value that was seen. */
export const seen = (label: string, value: Evidence['value']): Evidence => ({ label, value, time: false });
/** A moment that was seen, ms; 0 for never. */
export const seenAt = (label: string, value: number): Evidence => ({ label, value, time: true });

interface HitOptions {
  readonly evidence: readonly Evidence[];
  readonly fix?: Hit['fix'];
  /** Name of the organization, for records that do not carry it. */
  readonly place?: string;
}

/** A record that is hit. */
export function hitOf<E extends EntityName>(
  entity: E,
  { row, readAt, staged }: Seen<E>,
  { evidence, fix = null, place = '' }: HitOptions,
): Hit {
  return {
    entity,
    recordId: row.id,
    organizationId: organizationOf(entity, row as object),
    name: labelOf(entity, row, place),
    evidence,
    readAt,
    staged,
    fix,
  };
}
