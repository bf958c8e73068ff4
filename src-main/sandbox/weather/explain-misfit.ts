import { z } from 'zod';

/** A JSON Schema as far as it is read here. */
type Node = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly const?: unknown;
};

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const branches = (node: Node): readonly Node[] => node.oneOf ?? node.anyOf ?? [];

/** How much of a value a shape could be meant for: its constants count most, then its fields. */
const likeness = ({ properties = {} }: Node, value: unknown): number => {
  const given = fields(value);
  return Object.entries(properties)
    .filter(([key]) => key in given)
    .reduce(
      (sum, [key, { const: fixed }]) => sum + (fixed === undefined ? 1 : fixed === given[key] ? 100 : -100),
      0,
    );
};

/** The shape that a value was most likely meant to have; undefined where nothing speaks for one. */
const meant = (node: Node, value: unknown): number | undefined => {
  const scores = branches(node).map((branch) => likeness(branch, value));
  const best = Math.max(0, ...scores);
  return best === 0 || scores.indexOf(best) < scores.lastIndexOf(best) ? undefined : scores.indexOf(best);
};

/** The shape that holds for a value, where a choice can be made. */
const shapeOf = (node: Node, value: unknown): Node => branches(node)[meant(node, value) ?? -1] ?? node;

/** The schema and the value at a path; of a union at its end, all shapes. */
const reach = (node: Node, value: unknown, path: readonly PropertyKey[]): readonly [Node, unknown] => {
  const [key, ...rest] = path;
  if (key === undefined) return [node, value];
  const shape = shapeOf(node, value);
  const inner = typeof key === 'number' ? shape.items : shape.properties?.[String(key)];
  return reach(inner ?? {}, fields(value)[String(key)], rest);
};

/** The names that are possible in a schema's object; those that every shape has are told once. */
const possible = (node: Node): string =>
  branches(node).length === 0
    ? Object.keys(node.properties ?? {}).join(', ')
    : branches(node)
        .map(({ properties = {} }) =>
          Object.entries(properties)
            .map(([name, { const: fixed }]) =>
              fixed === undefined ? name : `${name} ${JSON.stringify(fixed)}`,
            )
            .join(', '),
        )
        .join('; or ');

const explain = (schema: Node, input: unknown, issue: z.core.$ZodIssue): readonly string[] => {
  const at = (key?: PropertyKey): string => [...issue.path, ...(key === undefined ? [] : [key])].join('.');
  const [node, value] = reach(schema, input, issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `Unknown field "${at(key)}". Possible: ${possible(shapeOf(node, value)) || 'none'}.`,
    );
  if (issue.code === 'invalid_union') {
    const [union, whole] = unionAt(schema, input, issue.path);
    const errors = issue.errors[meant(union, whole) ?? -1];
    // Of values, and not of objects, each branch says what it takes.
    if (errors === undefined && branches(union).some(({ properties }) => properties === undefined))
      return [
        `${at()}: ${issue.errors.flatMap((each) => each.map(({ message }) => message)).join(', or ')}.`,
      ];
    if (errors === undefined)
      return [`${at() || 'The body'} fits nothing that is possible: ${possible(union)}.`];
    return errors.flatMap((error) =>
      explain(schema, input, { ...error, path: [...issue.path, ...error.path] }),
    );
  }
  const missing = value === undefined && issue.code === 'invalid_type';
  return [`${at() || 'The body'}: ${missing ? 'is missing' : issue.message}.`];
};

/** The union that an issue is about: of a missing or wrong discriminator, the path ends in its name. */
const unionAt = (schema: Node, input: unknown, path: readonly PropertyKey[]): readonly [Node, unknown] => {
  const holder = path.slice(0, -1);
  const whole = reach(schema, input, path);
  return branches(whole[0]).length > 0 ? whole : reach(schema, input, holder);
};

/** Says in words what of an input does not fit a schema, and what would be possible there. */
export const explainMisfit = (schema: z.ZodType, input: unknown, error: z.ZodError): string => {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node;
  return error.issues.flatMap((issue) => explain(described, input, issue)).join(' ');
};
