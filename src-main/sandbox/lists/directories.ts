import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody, withQuery } from '../kit/answer-with';
import type { Outcome } from '../kit/outcome';
import { queryField } from '../kit/query-field';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { mutate } from '../rules/mutate';
import {
  addRecord,
  changeRecord,
  findRecord,
  removeRecord,
  type SmallList,
  type SmallRecord,
  selectRecords,
} from '../rules/small-list';
import { roleCatalog } from '../views/role-catalog';
import { roleView } from '../views/role-view';
import { findConnection } from './enterprise-connections';

interface Mapping {
  readonly id: string;
  readonly group: string;
  readonly group_name: string;
  readonly role_id: string;
  readonly at: number;
}

/** A directory; its mappings in the order of their precedence. */
export interface Directory {
  readonly name: string;
  readonly enterprise_connection_id: string;
  readonly provider: string;
  readonly enabled: boolean;
  readonly group_role_mapping_enabled: boolean;
  readonly attribute_mapping: Readonly<Record<string, string>>;
  readonly mappings: readonly Mapping[];
  /** What the provider calls groups that were mapped before, by id: it reports them whether they are mapped or not. */
  readonly reported?: Readonly<Record<string, string>>;
}

const list: SmallList<Directory> = {
  kind: 'directory',
  prefix: 'dir',
  mark: ({ name }) => name,
  notFound: 'Directory not found.',
};

const mapping = z.object({
  directory_group_id: z.string().min(1).optional(),
  scim_group_id: z.string().min(1).optional(),
  directory_group_display_name: z.string().max(255).optional(),
  scim_group_display_name: z.string().max(255).optional(),
  role_id: z.string(),
});
const draft = z.object({
  enterprise_connection_id: z.string(),
  provider: z.string().min(1),
  name: z.string().min(1).optional(),
  group_role_mappings: z.array(mapping).optional(),
});
const patch = z.object({
  name: z.string().min(1).nullish(),
  enabled: z.boolean().nullish(),
  provider: z.string().min(1).nullish(),
  attribute_mapping: z.record(z.string(), z.string().nullable()).nullish(),
  group_role_mapping_enabled: z.boolean().nullish(),
});

/** Spec: `components/schemas/Directory`. The key is shown at the creation and when it is rotated only. */
const view = ({ id, data, created_at, updated_at }: SmallRecord<Directory>, apiKey: string | null = null) => {
  const { mappings: _, reported: __, ...rest } = data;
  const endpoint_url = `https://api.sandbox.example/scim/v2/${id}`;
  return { object: 'directory', id, endpoint_url, ...rest, api_key: apiKey, created_at, updated_at };
};

/** Spec: `components/schemas/DirectoryGroupRoleMapping`. */
const mappingsView = (scope: Scope, { id, data }: SmallRecord<Directory>) => {
  const catalog = roleCatalog(scope);
  const rows = data.mappings.map(({ id: own, group, group_name: name, role_id: roleId, at }, index) => {
    const held = catalog.get(roleId);
    return {
      object: 'directory_group_role_mapping',
      id: own,
      directory_id: id,
      scim_directory_id: id,
      directory_group_id: group,
      scim_group_id: group,
      directory_group_display_name: name,
      scim_group_display_name: name,
      ...(held && { role: roleView(held.role, held.permissions) }),
      precedence: index + 1,
      created_at: at,
      updated_at: at,
    };
  });
  return { data: rows, total_count: rows.length };
};

const asMappings = (
  scope: Scope,
  asked: readonly z.output<typeof mapping>[],
  { mappings: before, reported = {} }: Pick<Directory, 'mappings' | 'reported'>,
): Outcome<readonly Mapping[]> => {
  const catalog = roleCatalog(scope);
  const made: Mapping[] = [];
  for (const { directory_group_id: own, scim_group_id: old, role_id: roleId, ...names } of asked) {
    const group = own ?? old;
    if (group === undefined || (own && old && own !== old))
      return refusals.paramInvalid(
        'directory_group_id',
        'Give directory_group_id, and no other group beside it.',
      );
    if (!catalog.has(roleId)) return refusals.paramInvalid('role_id', `There is no role ${roleId}.`);
    if (made.some((other) => other.group === group))
      return refusals.paramInvalid('directory_group_id', `The group ${group} is mapped twice.`);
    const known = before.find((other) => other.group === group);
    const given = names.directory_group_display_name ?? names.scim_group_display_name;
    const name = given ?? known?.group_name ?? new Map(Object.entries(reported)).get(group) ?? group;
    const same = known?.role_id === roleId;
    const id = known?.id ?? scope.mint('dgrm');
    made.push({ id, group, group_name: name, role_id: roleId, at: same ? known.at : scope.now() });
  }
  return { ok: true, value: made };
};

const change = (
  scope: Scope,
  id: string,
  next: (before: Directory) => Outcome<Directory>,
  bumps = true,
): Outcome<SmallRecord<Directory>> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, list, id);
    if (!found.ok) return found;
    return shown(next(found.value.data), (data) => changeRecord(scope, list, found.value, data, note, bumps));
  });

const edited = (before: Directory, words: z.output<typeof patch>): Directory => ({
  ...before,
  name: words.name ?? before.name,
  provider: words.provider ?? before.provider,
  enabled: words.enabled ?? before.enabled,
  group_role_mapping_enabled: words.group_role_mapping_enabled ?? before.group_role_mapping_enabled,
  attribute_mapping: Object.fromEntries(
    Object.entries({ ...before.attribute_mapping, ...words.attribute_mapping }).flatMap(([key, value]) =>
      value === null ? [] : [[key, value]],
    ),
  ),
});

const create = (scope: Scope, words: z.output<typeof draft>): Outcome<object> =>
  mutate(scope, (note) => {
    const connection = findConnection(scope, words.enterprise_connection_id);
    if (!connection.ok)
      return refusals.paramInvalid('enterprise_connection_id', 'There is no such enterprise connection.');
    const others = selectRecords(scope, list, { orderBy: 't.id', limit: 10_000, offset: 0 }).rows;
    if (others.some(({ data }) => data.enterprise_connection_id === words.enterprise_connection_id))
      return refusals.paramInvalid(
        'enterprise_connection_id',
        'The enterprise connection has a directory already.',
      );
    const mappings = asMappings(scope, words.group_role_mappings ?? [], { mappings: [] });
    return shown(mappings, (given) => {
      const data: Directory = {
        name: words.name ?? connection.value.data.name,
        enterprise_connection_id: words.enterprise_connection_id,
        provider: words.provider,
        enabled: true,
        group_role_mapping_enabled: given.length > 0,
        attribute_mapping: { first_name: 'name.givenName', last_name: 'name.familyName' },
        mappings: given,
      };
      return view(addRecord(scope, list, data, note), `dak_${scope.mint('dak')}`);
    });
  });

const page = z.object({ limit: queryField.limit, offset: queryField.offset });
const mappingsBody = z.object({ mappings: z.array(mapping) });

/** `/directories`: list, create, get, update, delete, rotate the key; their group mappings: list, replace. */
export const directoryRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) =>
      withQuery(c, page, ({ limit, offset }) => {
        const orderBy = 't.created_at, t.id';
        const { rows, total } = selectRecords(c.env.scope, list, { orderBy, limit, offset });
        return { ok: true, value: { data: rows.map((row) => view(row)), total_count: total } };
      }),
    )
    .post('/', (c) => withBody(c, draft, (words) => create(c.env.scope, words)))
    .get('/:id', (c) =>
      answer(
        c,
        shown(findRecord(c.env.scope, list, c.req.param('id')), (row) => view(row)),
      ),
    )
    .patch('/:id', (c) =>
      withBody(c, patch, (words) =>
        shown(
          change(c.env.scope, c.req.param('id'), (before) => ({ ok: true, value: edited(before, words) })),
          (row) => view(row),
        ),
      ),
    )
    .delete('/:id', (c) =>
      answer(c, removeRecord(c.env.scope, list, c.req.param('id'), { object: 'directory' })),
    )
    .post('/:id/rotate_api_key', (c) => {
      const { scope } = c.env;
      const rotated = change(scope, c.req.param('id'), (data) => ({ ok: true, value: data }));
      return answer(
        c,
        shown(rotated, (row) => view(row, `dak_${scope.mint('dak')}`)),
      );
    })
    .get('/:id/group_role_mappings', (c) =>
      answer(
        c,
        shown(findRecord(c.env.scope, list, c.req.param('id')), (row) => mappingsView(c.env.scope, row)),
      ),
    )
    .put('/:id/group_role_mappings', (c) =>
      withBody(c, mappingsBody, ({ mappings }) => {
        const { scope } = c.env;
        const mapped = (before: Directory): Outcome<Directory> => {
          if (!before.group_role_mapping_enabled)
            return refusals.wrongState(
              400,
              'group_role_mapping_disabled',
              'Group mapping is off in this directory.',
            );
          return shown(asMappings(scope, mappings, before), (given) => ({
            ...before,
            mappings: given,
            reported: {
              ...before.reported,
              ...Object.fromEntries(before.mappings.map(({ group, group_name }) => [group, group_name])),
            },
          }));
        };
        const changed = change(scope, c.req.param('id'), mapped, false);
        return shown(changed, (row) => mappingsView(scope, row));
      }),
    );
