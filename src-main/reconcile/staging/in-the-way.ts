import type { Store } from '@main/store/store';
import type { Failure } from '@shared/contract/failure';
import type { Intent } from '@shared/domain/intent';
import { t } from '@shared/language/t';
import type { Direction, Steps } from './undo-moves';
import { readMoves, type UndoGroup } from './undo-stack';
import { withdrawal } from './withdrawal';

interface Return {
  readonly group: UndoGroup;
  /** What is on the stack behind it. */
  readonly later: readonly UndoGroup[];
  readonly steps: Steps['steps'];
  readonly decided: Steps['decided'];
  readonly direction: Direction;
}

/** Why an undo group cannot go back by itself: a later one moved the same changes, or something stands on what it made. */
export async function standsInTheWay(
  store: Store,
  { group, later, steps, decided, direction }: Return,
): Promise<Failure | null> {
  const own = new Set((await readMoves(store, group)).map(({ id }) => id));
  for (const other of later.toReversed()) {
    const moves = await readMoves(store, other);
    if (moves.some(({ id }) => own.has(id) && !decided.has(id)))
      return whole(
        t('“{title}” was changed since by “{other}”.', { title: group.title, other: other.title }),
      );
  }
  if (direction === 'redo' || later.length === 0) return null;
  const made = steps.filter(({ intent, to }) => intent.action.verb === 'create' && to === 'withdrawn');
  const standing = await withdrawal(
    store,
    made.map(({ intent }) => intent.id),
  );
  const other = standing.find(({ id }) => !own.has(id));
  if (other === undefined) return null;
  return whole(
    t('“{title}” is what “{other}” stands on, which was staged since.', {
      title: group.title,
      other: other.label,
    }),
  );
}

const whole = (why: string): Failure => ({
  code: 'conflict',
  message: t('{why} Nothing was taken back.', { why }),
  next: t('Take that back first, or choose what to withdraw under Changes.'),
});

/** Why nothing of a group can go back, by what became of what it staged. */
export function whyNothing({ title }: Pick<UndoGroup, 'title'>, left: readonly Intent[]): Failure {
  const has = (...states: Intent['state'][]): boolean => left.some(({ state }) => states.includes(state));
  if (has('sending', 'unknown'))
    return {
      code: 'busy',
      message: t(
        '“{title}” is being sent, or may have reached the service already. Nothing was taken back.',
        {
          title,
        },
      ),
      next: t('Reconcile first: what became of it is looked up there.'),
    };
  if (has('applied'))
    return {
      code: 'not-found',
      message: t('“{title}” was applied meanwhile. Nothing was taken back.', { title }),
      next: t('Take the run back under History, which stages the opposite.'),
    };
  return gone({ title });
}

/** Of one that was taken back or replaced; without its title, of one that is kept no more. */
export function gone(group: Pick<UndoGroup, 'title'> | undefined): Failure {
  return {
    code: 'not-found',
    message:
      group === undefined
        ? t('This was applied, taken back or replaced meanwhile. Nothing was taken back.')
        : t('“{title}” was taken back or replaced meanwhile. Nothing was changed.', { title: group.title }),
    next: t('See what is staged under Changes.'),
  };
}
