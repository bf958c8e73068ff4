import { setImmediate as turn } from 'node:timers/promises';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { StageReport } from '@shared/contract/stage-report';
import type { Undone, Withdrawn } from '@shared/contract/undo';
import { defaultChangeSetId } from '@shared/domain/change-set';
import { type ChangeSetId, type IntentId, provisionalId } from '@shared/domain/ids';
import type { Intent, IntentDraft } from '@shared/domain/intent';
import { shownIntent } from '@shared/domain/records/secrets';
import { stageDrafts, stagingOf } from '@shared/domain/staging/stage-drafts';
import { titledDraft } from '@shared/domain/staging/titled-draft';
import { undoGroupTitle } from '@shared/domain/staging/undo-group-title';
import { t } from '@shared/language/t';
import { lackingDrafts } from './lacking-drafts';
import { newIntents, nextSeq, seqKey } from './new-intents';
import { readWorld } from './read-world';
import type { Resolved } from './resolve-conflicts';
import { resolveDrafts } from './resolve-drafts';
import type { StagingOptions } from './staging-options';
import { canStepBack, peekBack, stepBack } from './step-back';
import { undoGroupBatch } from './undo-group-batch';
import type { Direction } from './undo-moves';
import { stacksKey } from './undo-stack';
import { withdrawal } from './withdrawal';
import { writeResolved } from './write-resolved';

/** By the index of the draft: those that would be staged, and why others would not; one that is already as it asks is in neither. */
export interface TriedOut {
  readonly accepted: ReadonlySet<number>;
  readonly rejected: ReadonlyMap<number, Failure>;
}

/** Where edits begin: nothing that an admin asks for is shown before it is stored as an intent. */
export interface Staging {
  /** Validates the drafts and stores the accepted ones as one undo group, in one transaction with their rows. */
  stage(drafts: readonly IntentDraft[], changeSetId?: ChangeSetId): Promise<StageReport>;
  /** What staging would say to the drafts, which changes nothing. Others have their turn meanwhile. */
  tryOut(drafts: readonly IntentDraft[]): Promise<TriedOut>;
  /** Withdraws open intents, and with a creation everything that stands on it, as one undo group. */
  withdraw(intentIds: readonly IntentId[]): Promise<Result<Withdrawn>>;
  /** Writes the admin's answers to conflicts as one undo group; the intents to send now. */
  resolve(resolved: Resolved): Promise<readonly Intent[]>;
  /** Takes an undo group back as a whole, across restarts: the one that is named, or the latest of the window that asks. */
  undo(group?: string): Promise<Result<Undone>>;
  redo(): Promise<Result<Undone>>;
  /** Whether something of an undo group can still be taken back, by any window. */
  canUndo(group: string): Promise<boolean>;
  /** What `undo` would take back, e.g. `Role of 12 members`; null when nothing. */
  peekUndo(): Promise<string | null>;
  peekRedo(): Promise<string | null>;
}

/** Staging over a store: one write plan an undo group, so that undo groups, sync and reconciling never interleave. */
export function createStaging(options: StagingOptions): Staging {
  const { store, now, newId, lacking, windows } = options;
  const worldOf = async (drafts: readonly IntentDraft[], at: number) => {
    const world = await readWorld(store, drafts, at);
    return { ...world, lacking: lackingDrafts({ lacking }, drafts, world) };
  };

  async function stage(
    asked: readonly IntentDraft[],
    changeSetId = defaultChangeSetId,
  ): Promise<StageReport> {
    const by = windows?.asking() ?? '';
    let report: StageReport = { staged: [], rejected: [] };
    await store.write(async () => {
      const at = now();
      const drafts = await resolveDrafts(store, asked);
      const world = await worldOf(drafts, at);
      const { accepted, rejected } = stageDrafts(world, drafts, () => provisionalId(newId()));
      const gesture = newId();
      const seeds = accepted.flatMap(({ proposal }) => proposal.opened);
      const firstSeq = await nextSeq(store);
      const opened = newIntents(seeds, { firstSeq, at, gesture, changeSetId, newId });
      report = { staged: opened.map(shownIntent), rejected: [...rejected] };
      if (accepted.length === 0) return {};
      const title = undoGroupTitle(accepted.map(titledDraft));
      const closed = accepted.flatMap(({ proposal }) => proposal.closed);
      const batch = await undoGroupBatch(store, { gesture, title, by, at, opened, closed });
      return { ...batch, meta: { ...batch.meta, [seqKey]: firstSeq + opened.length - 1 } };
    });
    return report;
  }

  async function withdraw(intentIds: readonly IntentId[]): Promise<Result<Withdrawn>> {
    const by = windows?.asking() ?? '';
    const gesture = newId();
    let withdrawn = 0;
    let busy = false;
    await store.write(async () => {
      const intents = await withdrawal(store, intentIds);
      busy = intents.some(({ state }) => state === 'sending' || state === 'unknown');
      if (busy || intents.length === 0) return {};
      withdrawn = intents.length;
      return undoGroupBatch(store, {
        gesture,
        by,
        title: t('Withdraw: {title}', { title: undoGroupTitle(intents) }),
        at: now(),
        opened: [],
        closed: intents.map((intent) => ({ intent, to: 'withdrawn' })),
      });
    });
    if (withdrawn > 0) return success({ withdrawn, undoGroup: gesture });
    return busy
      ? failure(
          'busy',
          t(
            'A change among these is being sent, or may have reached the service already. Nothing was withdrawn.',
          ),
          t('Reconcile first: what became of it is looked up there.'),
        )
      : failure(
          'not-found',
          t('None of these changes is open any more.'),
          t('See what became of them in History.'),
        );
  }

  async function tryOut(asked: readonly IntentDraft[]): Promise<TriedOut> {
    const drafts = await resolveDrafts(store, asked);
    const world = await worldOf(drafts, now());
    const walk = stagingOf(world, drafts, () => provisionalId(newId()));
    for (let step = walk.next(); ; step = walk.next()) {
      if (step.done)
        return {
          accepted: new Set(step.value.accepted.map(({ index }) => index)),
          rejected: new Map(step.value.rejected.map(({ index, failure: why }) => [index, why])),
        };
      await turn();
    }
  }

  return {
    stage,
    tryOut,
    withdraw,
    resolve: (resolved) => writeResolved(options, resolved),
    undo: (group) => stepBack(options, 'undo', group),
    redo: () => stepBack(options, 'redo'),
    canUndo: (group) => canStepBack(options, group),
    ...peeks(options),
  };
}

/** What undo and redo are about, looked for again only where intents or undo groups changed: the window asks at each step of a sync. */
function peeks(options: StagingOptions): Pick<Staging, 'peekUndo' | 'peekRedo'> {
  const known = new Map<string, Promise<string | null>>();
  const over = new Set<string>();
  const forget = (): void => known.clear();
  options.store.subscribe(({ intents, meta }) => {
    if (intents || meta.includes(stacksKey)) forget();
  });
  options.windows?.onLeft(forget);
  const peek = (direction: Direction) => (): Promise<string | null> => {
    const of = `${direction}/${options.windows?.asking() ?? ''}`;
    const found = known.get(of) ?? peekBack(options, direction, over);
    known.set(of, found);
    // What could not be read is looked for again.
    found.catch(() => known.delete(of));
    return found;
  };
  return { peekUndo: peek('undo'), peekRedo: peek('redo') };
}
