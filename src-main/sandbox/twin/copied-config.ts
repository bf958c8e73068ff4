import type { z } from 'zod';
import { ConfigDocument } from '../seed/config-document';

/** A config document as far as the sandbox knows its settings, and the paths of what it does not take. */
export interface CopiedConfig {
  readonly document: ConfigDocument;
  readonly left: readonly string[];
}

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What reads back as null is as good as not set. */
const withoutNull = (value: unknown): unknown =>
  isTree(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, each]) => (each === null ? [] : [[key, withoutNull(each)]])),
      )
    : value;

/** Takes what an issue names out of the document; the paths of what went. */
function takeOut(document: Tree, { path, ...issue }: z.core.$ZodIssue): readonly string[] {
  const odd = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return odd.map((keys) => {
    const parents = keys.slice(0, -1);
    const parent = parents.reduce<unknown>(
      (held, key) => (isTree(held) ? held[String(key)] : undefined),
      document,
    );
    // An odd entry of a list takes the list along.
    if (isTree(parent)) delete parent[String(keys.at(-1))];
    else if (parents.length > 0)
      return takeOut(document, { ...issue, path: parents } as z.core.$ZodIssue)[0] ?? '';
    return keys.join('.');
  });
}

/** Reads a config that another service may have written: what does not fit the sandbox's own schema is as in a new instance. */
export function readCopiedConfig(config: Readonly<Record<string, unknown>>): CopiedConfig {
  const document = withoutNull(structuredClone(config)) as Tree;
  const left = new Set<string>();
  for (;;) {
    const read = ConfigDocument.safeParse(document);
    if (read.success) return { document: read.data, left: [...left].sort() };
    for (const issue of read.error.issues) for (const path of takeOut(document, issue)) left.add(path);
  }
}
