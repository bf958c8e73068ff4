import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody, withQuery } from '../kit/answer-with';
import { orderField } from '../kit/order-field';
import type { Outcome } from '../kit/outcome';
import { queryField } from '../kit/query-field';
import { readBody } from '../kit/read-body';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { contains } from '../rules/contains';
import { mutate } from '../rules/mutate';
import type { Condition } from '../rules/select-page';
import {
  addRecord,
  changeRecord,
  findRecord,
  inData,
  type Note,
  type Removal,
  removeRecord,
  type SmallList,
  type SmallRecord,
  selectRecords,
} from '../rules/small-list';

export type Asked = { readonly status?: string | undefined; readonly [name: string]: unknown };

type Make<Data extends object, Draft> = (
  scope: Scope,
  draft: Draft,
  note: Note,
) => Outcome<{ readonly data: Data } | { readonly is: SmallRecord<Data> }>;

/** Endpoints of a small list at one path. What is left out, the service does not have. */
export interface SmallEndpoints<Data extends object, Draft, Patch> {
  readonly list: SmallList<Data>;
  readonly view: (record: SmallRecord<Data>, scope: Scope) => object;
  /** A new record, where the answer to its creation shows more: a secret. */
  readonly created?: (record: SmallRecord<Data>, scope: Scope) => object;
  /**
   * How the list answers: `page` is `{ data, total_count }`; `bare` an array, a page only where `paginated` asks for it;
   * `whole` everything at once, as a page.
   */
  readonly shape: 'page' | 'bare' | 'whole';
  /** Further values of `order_by` than `created_at`: the data they name. */
  readonly ordered?: readonly (keyof Data & string)[];
  /** The parameter that is searched for, where it is not `query`. */
  readonly asked?: 'name_query';
  /** Further parameters of the list's query. */
  readonly filters?: z.ZodRawShape;
  /** What the list shows; `asked`: its query. */
  readonly where?: (scope: Scope, asked: Asked) => readonly Condition[];
  /** `POST /`: the body, and what becomes of it. */
  readonly draft?: z.ZodType<Draft>;
  /** Checks a draft and makes the data of a new record; a record as it stands where the service takes it for the new one. */
  readonly make?: Make<Data, Draft>;
  /** How a creation is answered, where not with 200. */
  readonly madeStatus?: 201;
  /** `GET /{id}`. */
  readonly single?: true;
  /** `PATCH /{id}`. */
  readonly edit?: {
    readonly patch: z.ZodType<Patch>;
    readonly apply: (scope: Scope, before: SmallRecord<Data>, patch: Patch) => Outcome<Data>;
  };
  /** `DELETE /{id}`; `refuse` says what cannot be deleted. The answer names the object. */
  readonly remove?: Removal<Data>;
}

/** Creates a record, by the endpoint's own checks; its view. */
export const createSmall = <Data extends object, Draft, Patch>(
  scope: Scope,
  {
    list,
    view,
    created = view,
    make,
  }: Pick<SmallEndpoints<Data, Draft, Patch>, 'list' | 'view' | 'created'> & {
    readonly make: Make<Data, Draft>;
  },
  drafts: readonly Draft[],
): Outcome<readonly object[]> =>
  mutate(scope, (note) => {
    const views: object[] = [];
    for (const draft of drafts) {
      const made = make(scope, draft, note);
      if (!made.ok) return made;
      const record = 'is' in made.value ? made.value.is : addRecord(scope, list, made.value.data, note);
      views.push(created(record, scope));
    }
    return { ok: true, value: views };
  });

const everything = 1_000_000;

/** What the list's query may hold. */
const listQuery = (ordered: readonly string[], filters: z.ZodRawShape) =>
  z.object({
    ...filters,
    query: queryField.text,
    name_query: queryField.text,
    status: queryField.text,
    paginated: queryField.flag,
    order_by: orderField(
      { created_at: 't.created_at', ...Object.fromEntries(ordered.map((name) => [name, inData(name)])) },
      '-created_at',
    ),
    limit: queryField.limit,
    offset: queryField.offset,
  });

/** The routes of a small list. */
export const smallListRoutes = <Data extends object, Draft, Patch = never>(
  endpoints: SmallEndpoints<Data, Draft, Patch>,
): Hono<SandboxEnv> => {
  const { list, view, shape, draft, make, madeStatus = 200, edit, remove } = endpoints;
  const query = listQuery(endpoints.ordered ?? [], endpoints.filters ?? {});
  const routes = new Hono<SandboxEnv>().get('/', (c) =>
    withQuery(c, query, ({ paginated, order_by: orderBy, limit, offset, ...given }) => {
      const { scope } = c.env;
      const text = given[endpoints.asked ?? 'query'];
      const where = [
        ...contains(text, (list.searched ?? []).map(inData), ['t.id']),
        ...(endpoints.where?.(scope, given) ?? []),
      ];
      const page = shape === 'whole' ? { limit: everything, offset: 0 } : { limit, offset };
      const { rows, total } = selectRecords(scope, list, { where, orderBy, ...page });
      const data = rows.map((record) => view(record, scope));
      return {
        ok: true,
        value: shape === 'bare' && paginated !== true ? data : { data, total_count: total },
      };
    }),
  );
  if (draft && make)
    routes.post('/', async (c) => {
      const body = await readBody(c, draft);
      if (!body.ok) return answer(c, body);
      const made = createSmall(c.env.scope, { ...endpoints, make }, [body.value]);
      return made.ok ? c.json(made.value[0], madeStatus) : answer(c, made);
    });
  if (endpoints.single)
    routes.get('/:id', (c) =>
      answer(
        c,
        shown(findRecord(c.env.scope, list, c.req.param('id')), (record) => view(record, c.env.scope)),
      ),
    );
  if (edit)
    routes.patch('/:id', (c) =>
      withBody(c, edit.patch, (patch) =>
        mutate(c.env.scope, (note) => {
          const { scope } = c.env;
          const found = findRecord(scope, list, c.req.param('id'));
          if (!found.ok) return found;
          const data = edit.apply(scope, found.value, patch);
          if (!data.ok) return data;
          return { ok: true, value: view(changeRecord(scope, list, found.value, data.value, note), scope) };
        }),
      ),
    );
  if (remove)
    routes.delete('/:id', (c) => answer(c, removeRecord(c.env.scope, list, c.req.param('id'), remove)));
  return routes;
};
