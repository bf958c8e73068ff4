import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { literal, partsOf, type Syntax, syntaxOf } from './syntax';

/** A text that the code says, with the key of its translations. */
export interface Word {
  readonly key: string;
  readonly source: string;
  /** With tags in it: `<b>`. */
  readonly rich: boolean;
  readonly path: string;
  readonly line: number;
}

/** The texts of a file. Throws where one is no literal: nobody could collect it. */
export function wordsOf(path: string): readonly Word[] {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  if (!/\b(?:t|rich|inSense)\(/.test(text) || (!text.includes('language/t') && !text.includes('text/rich')))
    return [];
  const words: Word[] = [];
  const look = (node: Syntax): void => {
    const word = node.type === 'CallExpression' ? wordOf(node) : null;
    if (word) words.push({ ...word, path, line: text.slice(0, node.start).split('\n').length });
    for (const part of partsOf(node)) look(part);
  };
  const wordOf = (call: Syntax): Pick<Word, 'key' | 'source' | 'rich'> | null => {
    const name = (call.callee as Syntax).name;
    if (name !== 't' && name !== 'rich' && name !== 'inSense') return null;
    const [first, second] = (call.arguments as readonly Syntax[]).map(literal);
    const source = name === 'inSense' ? second : first;
    if (typeof first !== 'string' || typeof source !== 'string')
      throw new Error(
        `${path}: a text is a literal, or it cannot be collected: ${text.slice(call.start, call.end)}`,
      );
    return { key: name === 'inSense' ? `${first}|${source}` : source, source, rich: name === 'rich' };
  };
  look(syntaxOf(path, text));
  return words;
}

/** The room whose file of texts holds those of a source file: `screens-changes`, `domain-rules`, `main-engine`. */
export function roomOf(path: string): string {
  const [layer = '', first = '', second = ''] = path.split('/');
  const inner = layer.replace('src-', '');
  if (first === 'screens') return `screens-${second}`;
  if (first === 'domain' && !second.includes('.')) return `domain-${second}`;
  return first === 'domain' || first === 'contract' ? first : `${inner}-${first.replace(/\..*/, '')}`;
}
