import { parseSync } from 'vite';

/** A node of a syntax tree (ESTree with types and JSX). */
export interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string';

/** The parts of a node, in the order of the text. */
export function* partsOf(node: Syntax): Generator<Syntax> {
  for (const value of Object.values(node))
    if (Array.isArray(value)) yield* value.filter(isSyntax);
    else if (isSyntax(value)) yield value;
}

/** The tree of a file. Throws where it does not parse. */
export function syntaxOf(path: string, source: string): Syntax {
  const { program, errors } = parseSync(path, source);
  const [wrong] = errors;
  if (wrong) throw new Error(`${path}: ${wrong.message}`);
  return program as unknown as Syntax;
}

/** The value of a text in quotes, or of a template without holes; null for everything else. */
export function literal(node: Syntax | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}
