import { z } from 'zod';

/**
 * Schema of `order_by`: one of the given names with an optional `+` or `-`, decoded to an ORDER BY text.
 *
 * Ties are broken by id in the same direction, so that the order is total. A bare `+` in a URL decodes to a space.
 *
 * @param columns SQL column by parameter name.
 */
export const orderField = (columns: Readonly<Record<string, string>>, fallback: string) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z
      .string()
      .default(fallback)
      .transform((text, context) => {
        const column = columns[text.replace(/^[+\- ]/, '')];
        const direction = text.startsWith('-') ? 'DESC' : 'ASC';
        if (column !== undefined) return `${column} ${direction}, t.id ${direction}`;
        const allowed = Object.keys(columns).join(', ');
        context.addIssue(
          `${text} does not match the allowed values for parameter order_by. Allowed values: ${allowed}`,
        );
        return z.NEVER;
      }),
  );
