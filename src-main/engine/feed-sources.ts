import { bookKey } from '@main/books/books';
import { customerKeys } from '@main/books/read-customers';
import { isDeskKey, recentsKey, viewsKey } from '@main/desk/desk';
import { isFleetReviewKey } from '@main/reviews/fleet/kept-fleet-reviews';
import { isReviewKey } from '@main/reviews/kept-reviews';
import type { StoreChange } from '@main/store/store';
import { metaKeys } from '@main/sync/walk-state';
import type { Result } from '@shared/contract/failure';
import type { FeedName, Feeds } from '@shared/contract/feeds';
import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import { besideOf, sourcesOf } from '@shared/domain/records/beside';
import { shownIntent } from '@shared/domain/records/secrets';
import { scopedBy } from '@shared/domain/scoped-by';
import type { z } from 'zod';
import type { EngineParts } from './engine-parts';
import { createKnownOthers } from './known-others';
import type { FeedSource } from './live-feed';
import { readPage, readRecord } from './queries';
import { readStatus } from './read-status';

export type FeedSources = {
  readonly [F in FeedName]: (input: z.output<Feeds[F]['input']>) => FeedSource;
};

/** Everything sent is plain JSON by its schema in the contract. */
const plain = (value: object): JsonValue => value as JsonValue;

/** What is asked of a feed is there: nothing else may be subscribed to. @throws what it failed with, as a bug */
function plainOrThrow<T extends object>(result: Result<T>): JsonValue {
  if (result.ok) return plain(result.value);
  throw new Error(result.error.message);
}

/** Evidence changes with intents, and with each complete sweep. */
const concernsReviews = ({ meta, intents }: StoreChange): boolean =>
  intents || meta.some((key) => isReviewKey(key) || key === metaKeys.sweep);

/** What somebody types is kept at every key: a commit of that alone changes no count. */
const beyondTheDesk = ({ entities, intents, changeSets, history, meta }: StoreChange): boolean =>
  entities.size > 0 || intents || changeSets || history || !meta.every(isDeskKey);

/** One live source for each feed of the contract. */
export function createFeedSources(parts: EngineParts): FeedSources {
  const { store, books, desk, findings, assertions, fleet, templates } = parts;
  const { sync, reconciler, changeSets, maintenance, identity, windows } = parts;
  const onChange = (concerns: (change: StoreChange) => boolean) => (changed: () => void) =>
    store.subscribe((change) => {
      if (concerns(change)) changed();
    });
  const touches = (entity: EntityName, scope?: string) => {
    const by = scope ? scopedBy(entity) : null;
    // What stands beside the rows changes with the records that it is read from.
    const beside = Object.values(besideOf(entity)).flatMap(sourcesOf);
    // Who is in the scope may follow from other records.
    const watched = [entity, ...beside, ...(by?.through === undefined ? [] : [by.through])];
    const kept = Object.values(besideOf(entity)).some((each) => 'agreed' in each) ? customerKeys : [];
    return (change: StoreChange) =>
      watched.some((name) => change.entities.has(name)) || kept.some((key) => change.meta.includes(key));
  };

  return {
    status: () => ({
      read: async () => plain(await readStatus(parts)),
      watch: (changed) => {
        const ends = [sync, reconciler].map((part) => part.subscribe(changed));
        ends.push(identity.onThrottled(changed), windows.onLeft(changed), onChange(beyondTheDesk)(changed));
        return () => {
          for (const end of ends) end();
        };
      },
    }),
    page: (query) => {
      const others = createKnownOthers(store, query.entity);
      const concerns = touches(query.entity, query.scope);
      return {
        read: async () => plain(await readPage(parts, query, others.reads)),
        watch: onChange((change) => {
          others.forget(change);
          return concerns(change);
        }),
      };
    },
    record: ({ entity, id }) => {
      const concerns = touches(entity);
      return {
        read: async () => plain(await readRecord(parts, entity, id)),
        watch: onChange((change) => change.intents || concerns(change)),
      };
    },
    changeSets: () => ({
      read: async () => plain(await changeSets.list()),
      watch: onChange((change) => change.intents || change.changeSets),
    }),
    book: ({ book }) => ({
      read: async () => plain(await books.read(book)),
      watch: onChange((change) => change.meta.includes(bookKey(book))),
    }),
    views: () => ({
      read: async () => plain(await desk.views()),
      watch: onChange((change) => change.meta.includes(viewsKey)),
    }),
    recents: () => ({
      read: async () => plain(await desk.recents()),
      watch: onChange((change) => change.meta.includes(recentsKey)),
    }),
    findings: ({ scope }) => ({
      read: async () => plain(await findings.read(scope)),
      watch: findings.subscribe,
    }),
    accessVerdicts: () => ({ read: async () => plain(await assertions.read()), watch: assertions.subscribe }),
    fleetMatrix: (query) => ({
      read: async () => plain(await fleet.page(query)),
      watch: fleet.watch,
    }),
    fleetSummary: () => ({
      read: async () => plain(await fleet.summary()),
      watch: fleet.watch,
    }),
    fleetCell: ({ applicationId, path }) => ({
      read: async () => (await fleet.cell(applicationId, path)) as JsonValue,
      watch: fleet.watch,
    }),
    templateFleet: (query) => ({
      read: async () => plain(await templates.page(query)),
      watch: templates.watch,
    }),
    templateKinds: () => ({
      read: async () => plain(await templates.kinds()),
      watch: templates.watch,
    }),
    reviews: () => ({
      read: async () => plainOrThrow(await parts.reviews.reviews({})),
      watch: onChange(concernsReviews),
    }),
    reviewPage: (asked) => ({
      read: async () => plainOrThrow(await parts.reviews.reviewPage(asked)),
      watch: onChange(concernsReviews),
    }),
    fleetReviews: () => ({
      read: async () => plainOrThrow(await parts.fleetReviews.fleetReviews({})),
      watch: onChange(({ meta }) => meta.some(isFleetReviewKey)),
    }),
    importProgress: () => ({ read: async () => parts.imports.progress(), watch: parts.imports.subscribe }),
    maintenance: () => ({ read: async () => maintenance.progress(), watch: maintenance.subscribe }),
    intents: (query) => ({
      read: async () => plain((await store.intents(query)).map(shownIntent)),
      watch: onChange((change) => change.intents),
    }),
  };
}
