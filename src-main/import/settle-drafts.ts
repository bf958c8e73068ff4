import type { Failure } from '@shared/contract/failure';
import type { IntentDraft } from '@shared/domain/intent';
import type { JudgedFile, LineDraft } from './judge-file';

/** By the index of a draft: those that staging would take, and why it would not take others. */
export type TryOut = (drafts: readonly IntentDraft[]) => Promise<{
  readonly accepted: ReadonlySet<number>;
  readonly rejected: ReadonlyMap<number, Failure>;
}>;

/**
 * Lines as staging sees them, all together: seats, last admins, names that are taken. A line goes as a whole or not at all, and without it
 * others may not go either: it is tried until all that is left goes.
 */
export async function settleDrafts(
  judged: JudgedFile,
  tryOut: TryOut,
  goOn: () => void,
): Promise<JudgedFile> {
  const rows = [...judged.rows];
  let drafts = judged.drafts;
  for (;;) {
    const { accepted, rejected } = await tryOut(drafts.map(({ draft }) => draft));
    goOn();
    const why = new Map<number, string>();
    for (const [index, { message, next }] of rejected) {
      const at = drafts[index]?.at ?? -1;
      if (!why.has(at)) why.set(at, `${message} ${next}`);
    }
    for (const [at, reason] of why) {
      const row = rows[at];
      if (row !== undefined) rows[at] = { ...row, outcome: 'refused', why: reason, diff: [] };
    }
    const left = drafts.filter(({ at }, index) => accepted.has(index) && !why.has(at));
    const again = drafts.some(({ at }, index) => accepted.has(index) && why.has(at));
    asAsked(rows, drafts, left, why);
    drafts = left;
    if (again) continue;
    const cells = new Map([...judged.cells].filter(([at]) => rows[at]?.outcome === 'refused'));
    return { rows, drafts, cells };
  }
}

/** Lines of which nothing is left to do are as they ask already. */
function asAsked(
  rows: JudgedFile['rows'],
  before: readonly LineDraft[],
  left: readonly LineDraft[],
  refused: ReadonlyMap<number, string>,
): void {
  const going = new Set(left.map(({ at }) => at));
  for (const { at } of before) {
    const row = rows[at];
    if (row !== undefined && !going.has(at) && !refused.has(at))
      rows[at] = { ...row, outcome: 'same', diff: [] };
  }
}
