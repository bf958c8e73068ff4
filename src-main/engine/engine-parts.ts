import type { Access } from '@main/access/create-access';
import type { KeptAssertions } from '@main/access/kept-assertions';
import type { Audit } from '@main/audit/audit';
import type { Books } from '@main/books/books';
import type { Desk } from '@main/desk/desk';
import type { FindingsEngine } from '@main/findings/create-findings';
import type { Fleet } from '@main/fleet/create-fleet';
import type { TemplateFleet } from '@main/fleet/templates/create-template-fleet';
import type { Identity } from '@main/identity/identity';
import type { Import } from '@main/import/create-import';
import type { OverviewEngine } from '@main/overview/create-overview';
import type { ChangeSets } from '@main/reconcile/change-sets/change-sets';
import type { Reconciler } from '@main/reconcile/create-reconciler';
import type { FourEyes } from '@main/reconcile/four-eyes/create-four-eyes';
import type { SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Runs } from '@main/reconcile/runs/create-runs';
import type { Staging } from '@main/reconcile/staging/create-staging';
import type { Reviews } from '@main/reviews/create-reviews';
import type { FleetReviews } from '@main/reviews/fleet/create-fleet-reviews';
import type { Store } from '@main/store/store';
import type { Sync } from '@main/sync/create-sync';
import type { SnapshotFacts } from '@shared/contract/snapshot';
import type { RemoteResult } from '@shared/domain/remote-failure';
import type { Scenario } from '@shared/domain/scenario';
import type { ServiceName } from '@shared/domain/services';
import type { AutoReconcile } from './auto-reconcile';
import type { KnownCapabilities } from './capabilities';
import type { Engine } from './engine';
import type { Maintenance } from './maintenance/create-maintenance';
import type { OfflineChoice } from './offline-choice';
import type { BackgroundReads } from './read-in-background';
import type { Windows } from './windows';

/** What the window shows of a workspace; nothing secret. */
export interface WorkspaceLabel {
  readonly id: string;
  readonly name: string;
  readonly scenario: Scenario;
  /** Set for a snapshot: it is read only, and asks no service. */
  readonly snapshot?: SnapshotFacts | undefined;
  /** Clerk where it names none. */
  readonly service?: ServiceName | undefined;
}

/** The parts that an engine composes. */
export interface EngineParts {
  readonly workspace: WorkspaceLabel & { readonly url: string };
  readonly store: Store;
  /** What conditions on times are told by, ms. */
  readonly now: () => number;
  readonly identity: Identity;
  /** Whether the key belongs to the instance that was copied. */
  readonly verify: () => Promise<RemoteResult<null>>;
  readonly tryKey: Engine['tryKey'];
  readonly tryPlatformToken: Engine['tryPlatformToken'];
  readonly sync: Sync;
  readonly capabilities: KnownCapabilities;
  readonly offlineChoice: OfflineChoice;
  readonly staging: Staging;
  readonly windows: Windows;
  readonly imports: Import;
  readonly audit: Audit;
  readonly access: Access;
  readonly assertions: KeptAssertions;
  readonly maintenance: Maintenance;
  readonly autoReconcile: AutoReconcile;
  readonly fourEyes: FourEyes;
  readonly books: Books;
  readonly desk: Desk;
  readonly fleet: Fleet;
  readonly findings: FindingsEngine;
  readonly overview: OverviewEngine;
  readonly templates: TemplateFleet;
  readonly backgroundReads: BackgroundReads;
  /** Signs what colleagues are given. */
  readonly key: SigningKey;
  /** What pseudonyms of exports are made with: the same for as long as the database has its key. */
  readonly pseudonymSalt: string;
  readonly changeSets: ChangeSets;
  readonly reconciler: Reconciler;
  readonly reviews: Reviews;
  readonly fleetReviews: FleetReviews;
  readonly runs: Runs;
}
