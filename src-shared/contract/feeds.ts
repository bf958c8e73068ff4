import { z } from 'zod';
import { EntityName } from '../domain/entity';
import { RecordId } from '../domain/ids';
import { Intent } from '../domain/intent';
import { TriedBook } from './access';
import { bookOperations } from './books';
import { ChangeSetSummary } from './change-sets';
import { deskOperations } from './desk';
import { findingOperations } from './findings';
import { fleetOperations } from './fleet';
import { fleetReviewOperations } from './fleet-reviews';
import { ImportProgress } from './import';
import { MaintenanceProgress } from './maintenance';
import { IntentQuery, RecordView } from './operations';
import { Page, PageQuery } from './page';
import { reviewOperations } from './reviews';
import { EngineStatus } from './status';
import { templateOperations } from './templates';

/** Every feed: subscribed with a parameter, it sends its present value at once and again whenever it changes. */
export const feeds = {
  status: { input: z.object({}), output: EngineStatus },
  page: { input: PageQuery, output: Page },
  record: { input: z.object({ entity: EntityName, id: RecordId }), output: RecordView },
  changeSets: { input: z.object({}), output: z.array(ChangeSetSummary) },
  book: bookOperations.book,
  views: deskOperations.views,
  recents: deskOperations.recents,
  findings: findingOperations.findings,
  /** What became of the assertions of the book when they were tried last, now. */
  accessVerdicts: { input: z.object({}), output: TriedBook },
  fleetMatrix: fleetOperations.fleetMatrix,
  fleetSummary: fleetOperations.fleetSummary,
  fleetCell: fleetOperations.fleetCell,
  templateFleet: templateOperations.templateFleet,
  templateKinds: templateOperations.templateKinds,
  reviews: reviewOperations.reviews,
  reviewPage: reviewOperations.reviewPage,
  fleetReviews: fleetReviewOperations.fleetReviews,
  intents: { input: IntentQuery, output: z.array(Intent) },
  /** Of the file that is being read; null while none is. */
  importProgress: { input: z.object({}), output: ImportProgress },
  maintenance: { input: z.object({}), output: MaintenanceProgress },
} as const;

export type Feeds = typeof feeds;
export type FeedName = keyof Feeds;
export type FeedInputOf<F extends FeedName> = z.input<Feeds[F]['input']>;
export type FeedOutputOf<F extends FeedName> = z.output<Feeds[F]['output']>;
