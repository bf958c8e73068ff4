import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { literal, partsOf, type Syntax, syntaxOf } from './syntax';

/** Attributes that are read by people, whatever they are called otherwise. */
const readByPeople =
  /label|title|description|placeholder|^alt$|^note$|^hint$|^message$|^next$|^what$|^verb$|^empty$|valuetext|roledescription/i;
const words = /\p{L}{2}/u;
/** Beginnings of sentences and titles, and words with a blank between. */
const sentence = /^\p{Lu}\p{Ll}+[ ,.:;…?]|\p{L}{2,}[,:;]? \p{L}{2,}/u;

/** What machines read: styles, selectors, paths of fields, domains, samples of keys. */
const code = /\bvar\(|\[|…px|^[a-z]\w*(?:\.\w+)+$|^[A-Z]+(?:-\d+)?$/;

/** `throw new Error(…)`: the log's, and read by nobody else. What is thrown and made by a function is a failure, in words. */
const isBug = (node: Syntax): boolean =>
  node.type === 'ThrowStatement' && (node.argument as Syntax).type === 'NewExpression';

/** A text of a page that is written out, and not said by `t`: nobody can translate it. */
export interface HardCoded {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** The texts written out in a file: between tags, in attributes that people read, in sentences made of pieces. */
export function hardCodedIn(path: string): readonly HardCoded[] {
  const source = readFileSync(join(projectRoot, path), 'utf8');
  const found: HardCoded[] = [];
  const tell = (node: Syntax, text: string): void => {
    if (code.test(text)) return;
    found.push({ path, line: source.slice(0, node.start).split('\n').length, text: text.trim() });
  };
  const look = (node: Syntax): void => {
    if (node.type === 'ImportDeclaration' || isBug(node) || node.type.startsWith('TSType')) return;
    if (node.type === 'JSXText' && words.test(String(node.value))) tell(node, String(node.value));
    if (node.type === 'CallExpression') {
      const name = (node.callee as Syntax).name;
      if (name === 't' || name === 'rich' || name === 'inSense') {
        for (const part of (node.arguments as readonly Syntax[]).slice(1))
          if (literal(part) === null) look(part);
        return;
      }
      if (name === 'plural') tell(node, source.slice(node.start, node.end));
    }
    if (node.type === 'JSXAttribute') {
      const name = (node.name as Syntax).name;
      if (name === 'key') return;
      const text = literal(node.value as Syntax | undefined);
      if (text !== null) {
        if (typeof name === 'string' && readByPeople.test(name) && words.test(text)) tell(node, text);
        return;
      }
    }
    if (node.type === 'TemplateLiteral' && literal(node) === null) {
      const text = (node.quasis as readonly { readonly value: { readonly cooked: string } }[])
        .map(({ value }) => value.cooked)
        .join('…');
      if (/(^|[ …])\p{Ll}{2,}[ ….,:]/u.test(text) && / /.test(text)) tell(node, text);
    }
    const text = literal(node);
    if (text !== null && node.type === 'Literal' && sentence.test(text)) tell(node, text);
    for (const part of partsOf(node)) look(part);
  };
  look(syntaxOf(path, source));
  return found;
}
