import {
  foldActivity,
  longRunMs,
  type Notice,
  nothingSeen,
  progressOf,
} from '@main/shell/notices/fold-activity';
import { noticeWords } from '@main/shell/notices/notice-words';
import type { Activity } from '@shared/contract/activity';
import { describe, expect, it } from 'vitest';

const quiet: Activity = { push: null, open: 0, conflict: 0, refused: 0, unknown: 0 };
const run = (done: number, held = false): Activity['push'] => ({ done, total: 40, held });

/** What is told of activities, each some ms after the one before. */
function told(...after: readonly (readonly [number, Partial<Activity>])[]): readonly Notice[] {
  let seen = nothingSeen;
  let at = 0;
  const notices: Notice[] = [];
  for (const [ms, activity] of after) {
    at += ms;
    const folded = foldActivity(seen, { ...quiet, ...activity }, at);
    seen = folded.seen;
    if (folded.notice) notices.push(folded.notice);
  }
  return notices;
}

describe('what is told of a workspace at work', () => {
  it('is nothing as it opens, whatever waits there', () => {
    expect(told([0, { open: 3, conflict: 2, refused: 1 }])).toEqual([]);
    expect(told([0, { push: run(3, true) }])).toEqual([]);
  });

  it('is the end of a long run, with what is left', () => {
    const end = { open: 4, conflict: 1, refused: 2, unknown: 1 };
    expect(told([0, { open: 40 }], [5, { push: run(0) }], [longRunMs, { push: run(39) }], [9, end])).toEqual([
      { kind: 'over', ...end },
    ]);
  });

  it('is nothing of a run that was waited for', () => {
    expect(told([0, {}], [5, { push: run(0) }], [longRunMs - 1, { refused: 1, open: 1 }])).toEqual([]);
  });

  it('is the conflicts of a short run, at its end: auto-reconcile sends while nobody waits', () => {
    const met = { conflict: 2, open: 2 };
    const begun = [0, { conflict: 1 }] as const;
    expect(told(begun, [5, { push: run(0), conflict: 1 }], [5, { push: run(1), ...met }], [9, met])).toEqual([
      { kind: 'conflicts', count: 2 },
    ]);
    expect(told(begun, [5, { push: run(0), conflict: 1 }], [5, { conflict: 1 }])).toEqual([]);
  });

  it('is a wave that is held, once', () => {
    expect(
      told(
        [0, { push: run(0) }],
        [9, { push: run(4, true) }],
        [9, { push: run(4, true) }],
        [9, { push: run(5) }],
      ),
    ).toEqual([{ kind: 'held', done: 4, total: 40 }]);
  });

  it('is a conflict more, and none that was decided', () => {
    expect(told([0, { conflict: 1 }], [9, { conflict: 3 }], [9, { conflict: 2 }])).toEqual([
      { kind: 'conflicts', count: 3 },
    ]);
  });
});

it('the bar on the icon is how much of a run is done', () => {
  expect(
    [quiet, { ...quiet, push: run(10) }, { ...quiet, push: { done: 0, total: 0, held: false } }].map(
      progressOf,
    ),
  ).toEqual([null, 0.25, 0]);
});

it('a notice says numbers and no names', () => {
  const over = { kind: 'over', open: 0, conflict: 0, refused: 0, unknown: 0 } as const;
  expect(noticeWords(over).body).toBe('The service holds everything.');
  expect(noticeWords({ ...over, open: 1_200, conflict: 1, refused: 1_199 }).body).toBe(
    '1,200 changes are left: 1 conflict, 1,199 refused.',
  );
  expect(noticeWords({ ...over, open: 1 }).body).toBe('1 change is left.');
  expect(noticeWords({ kind: 'conflicts', count: 2 }).body).toBe('2 conflicts wait for your decision.');
  expect(noticeWords({ kind: 'held', done: 4, total: 40 }).body).toContain('4 of 40 steps');
});
