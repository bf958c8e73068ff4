import { z } from 'zod';
import { EntityName } from '../domain/entity';
import { Condition, type Filter } from '../domain/filter/condition';
import { conditionFault } from '../domain/filter/condition-fault';
import { JsonObject, JsonValue } from '../domain/json';
import { comparedField, comparedFields, queryField, queryFields } from '../domain/query-field';
import { t } from '../language/t';

export { Condition, type Filter };

/** Characters of a text that rows are searched by. */
export const longestNeedle = 200;

const SortKey = z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) });

/** Which rows of which entity. `text` searches the entity's text fields; '' means no text search. */
const Query = z.object({
  entity: EntityName,
  /** All of these must hold, of fields and of what is counted beside the rows; spans of time (`90d`) are told by the moment of asking. */
  where: z.array(Condition).default([]),
  text: z.string().max(longestNeedle).default(''),
  sort: SortKey.optional(),
  /** Further keys, for rows that are equal by those before. */
  thenBy: z.array(SortKey).max(2).optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(50),
  /** Id of an organization: only what belongs to it, of what can belong to one; '' or left out for all of them. */
  scope: z.string().optional(),
});

/** A condition on what is no field, or with what does not fit, would silently select something else. */
export const PageQuery = Query.check((context) => {
  const { entity, where, sort, thenBy = [] } = context.value;
  const complain = (message: string): void => {
    context.issues.push({ code: 'custom', message, input: context.value });
  };
  const known = t('its fields are {fields}', { fields: queryFields(entity).join(', ') });
  const fault = conditionFault(entity, where);
  if (fault !== null) complain(fault);
  for (const { field } of sort === undefined ? thenBy : [sort, ...thenBy])
    if (queryField(entity, field) === null)
      complain(
        t('{entity} cannot be sorted by {field}; {known}', { entity, field: JSON.stringify(field), known }),
      );
});
export type PageQuery = z.infer<typeof PageQuery>;
export type PageRequest = z.input<typeof PageQuery>;

export const Page = z.object({
  entity: EntityName,
  offset: z.number().int(),
  /** Stored records of the entity; decode with `recordSchemas[entity]` where types are needed. */
  rows: z.array(JsonObject),
  /** What stands beside each row, by record id: see `beside` in the entity’s model. Null where that record is not known. */
  extras: z.record(z.string(), JsonObject),
  total: z.number().int(),
  /** True when `total` is only a lower bound (a very common needle). */
  totalIsLowerBound: z.boolean(),
});
export type Page = z.infer<typeof Page>;

/** How many rows hold each value of a field. */
export const Facet = z.object({ value: JsonValue, count: z.number().int() });
export type Facet = z.infer<typeof Facet>;

/** A word that a field is compared with, though nobody knows it and no record holds it; `known`: those there are. */
export const UnheldWord = z.object({ field: z.string(), word: z.string(), known: z.array(z.string()) });
export type UnheldWord = z.infer<typeof UnheldWord>;

/** How the rows of a query fall into groups by a field: the largest groups first, of times by month. */
export const Groups = z.object({
  groups: z.array(Facet),
  /** How many groups there are; more than are told. */
  total: z.number().int(),
  /** Rows in all of them. */
  rows: z.number().int(),
  /** True where a search stopped at so many hits: there may be more. */
  rowsAreLowerBound: z.boolean(),
});
export type Groups = z.infer<typeof Groups>;

export const GroupQuery = z
  .object({ query: PageQuery, field: z.string(), limit: z.number().int().min(1).max(2_000).default(500) })
  .check((context) => {
    const { query, field } = context.value;
    const complain = (message: string): void => {
      context.issues.push({ code: 'custom', message, input: context.value });
    };
    if (comparedField(query.entity, field) === null)
      complain(
        t('{field} is no field of {entity}; its fields are {fields}', {
          field: JSON.stringify(field),
          entity: query.entity,
          fields: comparedFields(query.entity).join(', '),
        }),
      );
  });
