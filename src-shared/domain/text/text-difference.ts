import { align } from './align';
import { wordsOf } from './split-text';

/** A run of text: in both, only in the one before (`gone`), or only in the one after (`new`). */
export interface TextRun {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What became of a text, word by word. All runs but `new` make up the text before, all but `gone` the one after. Pure. */
export function textDifference(before: string, after: string): readonly TextRun[] {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const places = align(from, to);
  const runs: TextRun[] = [];
  const say = (kind: TextRun['kind'], words: readonly string[]): void => {
    const text = words.join('');
    const last = runs.at(-1);
    if (text === '') return;
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  let [said, put] = [0, 0];
  for (const [index, place] of places.entries()) {
    if (place < 0) continue;
    say('gone', from.slice(said, index));
    say('new', to.slice(put, place));
    say('same', from.slice(index, index + 1));
    [said, put] = [index + 1, place + 1];
  }
  say('gone', from.slice(said));
  say('new', to.slice(put));
  return runs;
}
