import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAccess } from '@main/access/create-access';
import { createKeptAssertions } from '@main/access/kept-assertions';
import { createAudit } from '@main/audit/create-audit';
import { createBooks } from '@main/books/books';
import { keepHanded } from '@main/books/handed-limits';
import { createDesk } from '@main/desk/desk';
import { createFindings } from '@main/findings/create-findings';
import { createFleet } from '@main/fleet/create-fleet';
import { createTemplateFleet } from '@main/fleet/templates/create-template-fleet';
import { openIdentity } from '@main/identity/open-identity';
import { createImport } from '@main/import/create-import';
import { createOverview } from '@main/overview/create-overview';
import type { Rows } from '@main/overview/rows';
import { createChangeSets } from '@main/reconcile/change-sets/create-change-sets';
import { createReconciler } from '@main/reconcile/create-reconciler';
import { createFourEyes } from '@main/reconcile/four-eyes/create-four-eyes';
import { signingKeyOf } from '@main/reconcile/four-eyes/signing-key';
import { createRuns } from '@main/reconcile/runs/create-runs';
import { draftCall } from '@main/reconcile/service/remote-call';
import { createStaging } from '@main/reconcile/staging/create-staging';
import { createReviews } from '@main/reviews/create-reviews';
import { createFleetReviews } from '@main/reviews/fleet/create-fleet-reviews';
import { readOpenCampaigns } from '@main/reviews/kept-reviews';
import { readWalked } from '@main/store/kept-walk';
import { leftUndone } from '@main/store/left-undone';
import { openStore } from '@main/store/open-store';
import type { Store } from '@main/store/store';
import { createBinding } from '@main/sync/bind-instance';
import { createSync, type Sync } from '@main/sync/create-sync';
import { keepCopiedAt } from '@main/workspace/pools/copied-at';
import { type Result, success } from '@shared/contract/failure';
import { askedEntities, type EntityName, entitiesOf } from '@shared/domain/entity';
import type { HandedLimits } from '@shared/domain/limits/handed-over';
import { services } from '@shared/domain/services';
import { afterSweeps } from './after-sweeps';
import { asFailure } from './as-failure';
import { createAutoReconcile } from './auto-reconcile';
import { boundHeap } from './bound-heap';
import { createCapabilities } from './capabilities';
import { createEngine } from './create-engine';
import type { Engine } from './engine';
import type { WorkspaceLabel } from './engine-parts';
import { createMaintenance } from './maintenance/create-maintenance';
import { createOfflineChoice } from './offline-choice';
import { peopleNotCopied } from './people-not-copied';
import { readPage, readTold } from './queries';
import { readInBackground } from './read-in-background';
import { narrowed } from './scoped';
import { tryKey, tryPlatformToken } from './try-key';
import { createWindows } from './windows';

export interface EngineOptions {
  /** Folder of the workspace's database. */
  readonly directory: string;
  /** 32 bytes, hex. */
  readonly databaseKey: string;
  readonly apiKey: string;
  /** Opens the application of the instance at the Platform API, where the workspace has one. */
  readonly platformToken?: string | undefined;
  /** Base of the Backend API, e.g. `https://api.clerk.com/v1`. */
  readonly url: string;
  readonly workspace: WorkspaceLabel;
  /** Electron's `net.fetch` in the app (system proxy, enterprise certificates), Node's in the command line. */
  readonly fetch: typeof fetch;
  /** The time that all on record goes by, ms; the machine's unless told otherwise. Waits and pace go by the real one. */
  readonly now?: () => number;
  /** It only copies: what waits to be sent is not sent behind the sweep. */
  readonly onlyCopies?: boolean | undefined;
  /** What the platform that opens this pool has agreed with its customer; left out by others, whose word leaves it as it was. */
  readonly limits?: HandedLimits | null | undefined;
}

/** So long a text index that is not whole yet leaves the processor to the first screens. */
const firstScreensMs = 5_000;

/**
 * Opens a workspace's store and composes the engine over it. Intents that were being sent when the last process died
 * are settled as `unknown` before anything else happens. Sync stays idle until `startSync`.
 */
export async function openEngine(options: EngineOptions): Promise<Result<Engine>> {
  const { directory, databaseKey, apiKey, platformToken, url, workspace, now = Date.now } = options;
  boundHeap();
  try {
    const store = await openStore({ directory, key: databaseKey, now });
    if (options.limits !== undefined) await keepHanded(store, options.limits);
    const { scenario } = workspace;
    const { snapshot, service = 'clerk' } = workspace;
    const reach = { url, scenario, fetch: snapshot === undefined ? options.fetch : noService, now };
    const clientWith = (keys: { readonly apiKey: string; readonly platformToken?: string | undefined }) =>
      openIdentity(service, { ...reach, ...keys });
    const identity = clientWith({ apiKey, platformToken });
    const has = (entity: EntityName): boolean => identity.lacks?.[`list.${entity}`] === undefined;
    const withToken = platformToken !== undefined || snapshot?.withToken === true;
    const entities = entitiesOf(scenario, withToken).filter(has);
    const binding = createBinding(store);
    const verify = (signal?: AbortSignal) => binding.verify(identity, signal);
    const sync = createSync({ store, port: identity, verify, entities, now });
    const newId = (): string => randomUUID().replaceAll('-', '');
    const windows = createWindows();
    const staging = createStaging({ store, now, newId, windows, lacking: identity.lacking });
    const books = createBooks(store, now);
    const changeSets = createChangeSets({ store, now, newId, staging });
    const reconciler = createReconciler({ store, port: identity, staging, now, sleep });
    const fleet = createFleet({ store, books, stage: staging.stage, now });
    const key = signingKeyOf(databaseKey);
    const fourEyes = createFourEyes({ store, now, newId, staging, changeSets, key, service: url });
    const audit = createAudit({
      store,
      now,
      listSince: async (entity) => (await readWalked(store, entity)).since,
    });
    const offlineChoice = createOfflineChoice(store, sync);
    const capabilities = createCapabilities({
      store,
      sync,
      entities: [...entities, ...askedEntities(scenario)],
      lacks: identity.lacks,
    });
    const findings = createFindings({
      store,
      rows: (query) => readTold({ store, now }, query),
      capabilities: capabilities.read,
      scenario,
      // A token of a platform opens production instances too; each application says what it is.
      production: !services[service].isTestKey(apiKey),
      asOf: () => sync.status().freshness.asOf,
      now,
    });
    const access = createAccess(store, audit, {
      capabilities: capabilities.read,
      walked: (entity) => readWalked(store, entity),
    });
    const assertions = createKeptAssertions({ store, access, now });
    const overview = createOverview({
      ...{ store, now, sync, audit, scenario, findings, assertions, fleet },
      // The application of a single instance is one, and stays so.
      entities: entitiesOf(scenario).filter(has),
      asked: askedEntities(scenario),
      rows: rowsOf(store, now),
      openReviews: () => readOpenCampaigns(store),
    });
    await Promise.all([reconciler.recover(), sync.restored, offlineChoice.restore()]);
    if (snapshot !== undefined) sync.workOffline(true);
    tellFirstSweep(sync, audit.completeAt);
    void store.prepareSearch(firstScreensMs);
    return success(
      createEngine({
        workspace: { ...workspace, url },
        store,
        now,
        identity,
        verify,
        tryKey: (other) => tryKey(binding, clientWith({ apiKey: other })),
        tryPlatformToken: (token) =>
          tryPlatformToken(binding, clientWith({ apiKey, platformToken: token }), { scenario, service }),
        sync,
        capabilities,
        offlineChoice,
        staging,
        windows,
        imports: createImport({
          store,
          callOf: (draft, record) => draftCall(identity, draft, record),
          tryOut: staging.tryOut,
          stage: staging.stage,
          requestsPer10s: identity.requestsPer10s,
        }),
        books,
        desk: createDesk(store),
        fleet,
        findings: afterEachSweep(sync, findings, findings.tryAll),
        overview: afterEachSweep(sync, overview, overview.countDay),
        templates: createTemplateFleet({ store, books, fleet, stage: staging.stage }),
        backgroundReads: afterEachSweep(sync, readInBackground({ store, sync, identity, now }), async () => {
          const told = sync.status();
          if (peopleNotCopied(told) === null) await keepCopiedAt(directory, told.freshness.asOf);
        }),
        key,
        pseudonymSalt: createHmac('sha256', databaseKey).update('tenantry/pseudonyms/1').digest('hex'),
        changeSets,
        audit,
        access,
        assertions: afterEachSweep(sync, assertions, assertions.tryAll),
        maintenance: createMaintenance({ store, directory }),
        autoReconcile: createAutoReconcile({ store, sync, reconciler, idle: options.onlyCopies }),
        fourEyes,
        reconciler,
        runs: createRuns({ store, now, newId, staging }),
        reviews: createReviews({
          ...{ store, access, staging, key, service: url, now, newId },
          asOf: () => sync.status().freshness.asOf,
          walk: () => lastWalk(sync),
        }),
        fleetReviews: createFleetReviews({
          ...{ store, key, service: url, now, newId },
          applications: fleet.applications,
          groups: async () => (await books.read('applicationGroup')).map(({ id }) => id),
        }),
      }),
    );
  } catch (error) {
    return asFailure(error);
  }
}

/** Rows as the window's tables ask for them. */
function rowsOf(store: Store, now: () => number): Rows {
  return {
    page: (query) => readPage({ store, now }, query),
    // Without a row of them: which one comes first is of no use to a number, and may be looked for among all.
    count: async (query) => {
      const { entity, where } = await narrowed(store, query, now());
      return store.count(entity, where);
    },
    facets: async (query, field) => store.facets(await narrowed(store, query, now()), field),
  };
}

/** What a snapshot asks: nobody. */
const noService: typeof fetch = () => Promise.reject(new TypeError('a snapshot asks no service'));

/** A part with work of its own behind each complete sweep, which ends with it. */
function afterEachSweep<P extends { stop(): Promise<void> }>(
  sync: Pick<Sync, 'status' | 'subscribe'>,
  part: P,
  work: () => Promise<unknown>,
): P {
  const unwatch = afterSweeps(sync, async () => void (await work()));
  return {
    ...part,
    stop: async () => {
      await part.stop();
      await unwatch();
    },
  };
}

/** Tells, once, when the copy is complete for the first time (ms). */
function tellFirstSweep(
  sync: Pick<Sync, 'status' | 'subscribe'>,
  tell: (completeAt: number) => Promise<void>,
): void {
  let end: () => void = () => undefined;
  const look = (): void => {
    const { asOf } = sync.status().freshness;
    if (asOf === 0) return;
    end();
    tell(asOf).catch(leftUndone('Noting when the copy was complete'));
  };
  end = sync.subscribe(look);
  look();
}

/** When memberships were walked over last, to their end and without a gap. */
function lastWalk(sync: Pick<Sync, 'status'>): { readonly beganAt: number; readonly endedAt: number } {
  const walk = sync.status().collections.find(({ entity: name }) => name === 'membership');
  return walk === undefined || walk.failure !== null || walk.completedAt === 0
    ? { beganAt: 0, endedAt: 0 }
    : { beganAt: walk.completedAt - walk.tookMs, endedAt: walk.completedAt };
}
