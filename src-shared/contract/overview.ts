import { z } from 'zod';
import { BookName } from '../domain/books/books';
import { EntityName } from '../domain/entity';
import { HistoryEntry } from '../domain/history-entry';
import { Severity, severities } from '../domain/severity';

/** What may need an admin now, the graver first among those of one gravity. */
export const needKinds = [
  'key-refused',
  'unknown',
  'refused',
  'conflict',
  'findings',
  'assertion',
  'unlisted',
  'unread',
  'stale',
  'full',
  'drift',
  'domains',
  'review',
  'ending',
  'near',
  'staged',
] as const;

export const Need = z.object({
  kind: z.enum(needKinds),
  gravity: Severity,
  /** Records, changes or lists, by what it is; never 0. */
  count: z.number().int(),
  /** What leads: the check that finds most, an assertion, a list, the review that is due first; '' where the kind says it all. */
  name: z.string(),
  /** Of `ending`: whose end it is, as in `ends`; of an assertion that cannot be tried: `untried`; of a review past its day: `overdue`. */
  of: z.string(),
  /** When the first of them ends or is due, or since when the copy is as it is, ms; 0 where that says nothing. */
  at: z.number(),
});
export type Need = z.infer<typeof Need>;

export const untried = 'untried';
export const overdue = 'overdue';

/** Gravest first; of one gravity in the order of `needKinds`. Pure. */
export const byGravity = (needs: readonly Need[]): Need[] =>
  needs.toSorted(
    (a, b) =>
      severities.indexOf(a.gravity) - severities.indexOf(b.gravity) ||
      needKinds.indexOf(a.kind) - needKinds.indexOf(b.kind),
  );

/** Days that ends are looked ahead for, and those of them that are soon. */
export const endDays = 90;
export const soonDays = 7;

/** What ends by itself within `endDays`, of one kind: records of the service, or what was agreed here. */
export const Ending = z.object({
  source: z.union([z.object({ entity: EntityName }), z.object({ book: BookName })]),
  says: z.string(),
  total: z.number().int(),
  /** Of these, within `soonDays`. */
  soon: z.number().int(),
  /** How many end on which day from today on: 0 is within 24 hours. Days without any are left out. */
  days: z.array(z.object({ day: z.number().int(), count: z.number().int() })),
  /** The first of them, soonest first. */
  first: z.array(z.object({ id: z.string(), organizationId: z.string(), label: z.string(), at: z.number() })),
});
export type Ending = z.infer<typeof Ending>;

/** The name of a kind of end, the same in `Need.of` and in the route. */
export const endingName = ({ source }: Pick<Ending, 'source'>): string =>
  'entity' in source ? source.entity : source.book;

/** How many records the service held when a sweep ended, by entity; an entity that was not read to its end is left out. */
export const FigureDay = z.object({ at: z.number(), counts: z.partialRecord(EntityName, z.number().int()) });
export type FigureDay = z.infer<typeof FigureDay>;

/** Days that history is looked back over. */
export const changedDays = 7;

export const Overview = z.object({
  /** Without those that follow from how the copy stands, which `status` tells. Before the first complete copy nothing is known but changes. */
  needs: z.array(Need),
  ends: z.array(Ending),
  /** What was seen to change in the last `changedDays`, by kind of record and from where; most first. */
  changed: z.array(
    z.object({
      entity: EntityName,
      source: HistoryEntry.shape.source,
      change: HistoryEntry.shape.change,
      count: z.number().int(),
    }),
  ),
  /** Set where there were more than were counted. */
  changedAtLeast: z.boolean(),
  /** Last figures of each day (UTC) that were seen, oldest first; days without a sweep are left out. */
  days: z.array(FigureDay),
  /** Records that are held now by the week in which they were made, oldest first; the last is the week under way. */
  made: z.array(
    z.object({
      entity: EntityName,
      says: z.string(),
      weeks: z.array(z.object({ from: z.number(), count: z.number().int() })),
    }),
  ),
});
export type Overview = z.infer<typeof Overview>;

export const overviewOperations = {
  /** What an overview shows, worked out when asked. `scope`: id of an organization that lists of the service are narrowed to. */
  overview: { kind: 'read', input: z.object({ scope: z.string().default('') }), output: Overview },
} as const;
