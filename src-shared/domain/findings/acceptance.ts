import type { EntryOf } from '../books/books';
import type { BlindSpot, Hit } from './finding';

export type Acceptance = EntryOf<'findingAcceptance'>;

/** Whether somebody still answers for it: what has run out is a finding again. Pure. */
export const holds = ({ value: { until } }: Acceptance, now: number): boolean =>
  until === null || until > now;

/** What is accepted of a check at a moment: all of it, or some records. */
export interface Accepted {
  readonly whole: Acceptance | null;
  readonly records: ReadonlyMap<string, Acceptance>;
}

export function acceptedOf(all: readonly Acceptance[], check: string, now: number): Accepted {
  const own = all.filter((each) => each.value.check === check && holds(each, now));
  return {
    whole: own.find(({ value }) => value.recordId === '') ?? null,
    records: new Map(own.map((each) => [each.value.recordId, each])),
  };
}

/** Whether a hit is accepted. */
export const isAccepted = ({ whole, records }: Accepted, { recordId }: Pick<Hit, 'recordId'>): boolean =>
  whole !== null || records.get(recordId)?.value.notKnown === false;

/** Whether somebody answers for what a check cannot tell of a record: also who answers for it as a finding. */
export const isAnsweredFor = ({ whole, records }: Accepted, { recordId }: BlindSpot): boolean =>
  whole !== null || records.has(recordId);

/** The entry of an acceptance: one for each record of a check, so that accepting it again says it anew. */
export const acceptanceId = (check: string, recordId: string): string =>
  recordId === '' ? `${check}.all` : `${check}.${recordId}`;
