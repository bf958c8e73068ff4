import type { Store, WriteBatch } from '@main/store/store';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { Undone } from '@shared/contract/undo';
import type { Intent } from '@shared/domain/intent';
import { replaceIds } from '@shared/domain/replace-ids';
import { t } from '@shared/language/t';
import { readAliases } from '../rows/alias';
import { intentBatch, moveIntent } from '../rows/intent-batch';
import { gone, standsInTheWay, whyNothing } from './in-the-way';
import type { StagingOptions, StagingWindows } from './staging-options';
import { type Direction, replacedIn, type Steps, stepsOf, wantedBy } from './undo-moves';
import { readMoves, readStacks, type UndoGroup, writeStacks } from './undo-stack';

/**
 * Takes an undo group back, or redoes one, in one transaction: the one that is named, or the latest of the window that asks which
 * can still be. What something later stands on is left whole, and said.
 */
export async function stepBack(
  { store, now, windows }: Pick<StagingOptions, 'store' | 'now' | 'windows'>,
  direction: Direction,
  named?: string,
): Promise<Result<Undone>> {
  const isOurs = ownership(windows);
  let done: Result<Undone> = nothingLeft(direction);
  await store.write(async () => {
    const stacks = await readStacks(store);
    const stack = stacks[direction];
    const isNamed = ({ gesture }: UndoGroup): boolean => gesture === named;
    if (named !== undefined && !stack.some(isNamed))
      done = { ok: false, error: gone([...stacks.undo, ...stacks.redo].find(isNamed)) };
    const over: UndoGroup[] = [];
    for (const [at, group] of [...stack.entries()].reverse()) {
      if (named === undefined ? !isOurs(group) : !isNamed(group)) continue;
      const { steps, left, decided, over: isOver } = await readSteps(store, group, direction);
      if (named === undefined && steps.length === 0) {
        if (isOver) over.push(group);
        continue;
      }
      const why: Failure | null =
        steps.length === 0
          ? whyNothing(group, left)
          : await standsInTheWay(store, { group, later: stack.slice(at + 1), steps, decided, direction });
      if (why !== null) {
        done = { ok: false, error: why };
        break;
      }
      done = success({ title: group.title, count: steps.length, partly: left.length > 0 });
      const other = direction === 'undo' ? 'redo' : 'undo';
      const rest = stack.filter((each) => each !== group && !over.includes(each));
      const next = { ...stacks, [direction]: rest, [other]: [...stacks[other], group] };
      return { ...(await movedBatch(store, steps, now())), meta: writeStacks(next, over) };
    }
    const rest = stack.filter((each) => !over.includes(each));
    return over.length === 0 ? {} : { meta: writeStacks({ ...stacks, [direction]: rest }, over) };
  });
  return done;
}

/**
 * What undo or redo of the window that asks would be about, e.g. `Role of 12 members`; null when nothing.
 *
 * @param over groups that were found to be over, so that they are read once
 */
export async function peekBack(
  { store, windows }: Pick<StagingOptions, 'store' | 'windows'>,
  direction: Direction,
  over: Set<string>,
): Promise<string | null> {
  const isOurs = ownership(windows);
  for (const group of [...(await readStacks(store))[direction]].reverse()) {
    if (!isOurs(group) || over.has(group.gesture)) continue;
    const found = await readSteps(store, group, direction);
    if (found.steps.length > 0) return group.title;
    if (found.over) over.add(group.gesture);
  }
  return null;
}

/** Whether something of an undo group can still be taken back. */
export async function canStepBack({ store }: Pick<StagingOptions, 'store'>, named: string): Promise<boolean> {
  const { undo } = await readStacks(store);
  const at = undo.findIndex(({ gesture }) => gesture === named);
  const group = undo[at];
  if (group === undefined) return false;
  const { steps, decided } = await readSteps(store, group, 'undo');
  const asked = { group, later: undo.slice(at + 1), steps, decided, direction: 'undo' as const };
  return steps.length > 0 && (await standsInTheWay(store, asked)) === null;
}

/** A window's are those that it made, and those of nobody that is there: of an earlier start, of a window that was closed. */
function ownership(windows: StagingWindows | undefined): (group: UndoGroup) => boolean {
  const me = windows?.asking() ?? '';
  return ({ by }) => by === me || !windows?.isThere(by);
}

async function readSteps(store: Store, group: UndoGroup, direction: Direction): Promise<Steps> {
  const moves = await readMoves(store, group);
  const found = await store.intents({ ids: moves.map(({ id }) => id) });
  const wanted = wantedBy(moves, direction, new Map(found.map((intent) => [intent.id, intent])));
  const recordIds = [...new Set(replacedIn(wanted).map(({ recordId }) => recordId))];
  return stepsOf(wanted, recordIds.length === 0 ? [] : await store.intents({ recordIds }));
}

async function movedBatch(store: Store, steps: Steps['steps'], at: number): Promise<WriteBatch> {
  const ids = (intent: Intent) => [intent.recordId, intent.organizationId];
  const aliases = await readAliases(
    store,
    steps.flatMap(({ intent }) => ids(intent)),
  );
  const moved = steps.map(({ intent, to }) => moveIntent(replaceIds(intent, aliases), to, at));
  return intentBatch(store, moved);
}

const nothingLeft = (direction: Direction): Result<never> =>
  failure(
    'not-found',
    direction === 'undo' ? t('There is nothing to undo.') : t('There is nothing to redo.'),
    t('Changes that were reconciled are not undone here.'),
  );
