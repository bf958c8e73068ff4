import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody } from '../kit/answer-with';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { smallListRoutes } from '../routes/small-list-routes';
import { mutate } from '../rules/mutate';
import { changeRecord, findRecord, type SmallList, type SmallRecord } from '../rules/small-list';

export interface Machine {
  readonly name: string;
  readonly default_token_ttl: number;
  readonly secret_key: string;
  /** When it got access to each other machine, by id. */
  readonly scoped: Readonly<Record<string, number>>;
}

const list: SmallList<Machine> = {
  kind: 'machine',
  prefix: 'mch',
  mark: ({ name }) => name,
  searched: ['name'],
  notFound: 'The machine was not found.',
};

const most = 150;

const draft = z.object({
  name: z.string().min(1).max(255),
  scoped_machines: z.array(z.string()).max(most).optional(),
  default_token_ttl: z.int().min(1).max(315_360_000).optional(),
});
const patch = draft.pick({ name: true, default_token_ttl: true }).partial();

const bare = ({ id, data, created_at, updated_at }: SmallRecord<Machine>, scope: Scope) => ({
  object: 'machine',
  id,
  name: data.name,
  instance_id: scope.instance,
  default_token_ttl: data.default_token_ttl,
  created_at,
  updated_at,
});

/** Spec: `components/schemas/Machine`; a machine that is deleted leaves the scopes of others. */
const view = (record: SmallRecord<Machine>, scope: Scope) => ({
  ...bare(record, scope),
  scoped_machines: Object.keys(record.data.scoped).flatMap((id) => {
    const other = findRecord(scope, list, id);
    return other.ok ? [bare(other.value, scope)] : [];
  }),
});

/** Both ends of a scope. Refuses (404) where one of them is missing. */
const ends = (scope: Scope, from: string, to: string): Outcome<SmallRecord<Machine>> => {
  const found = findRecord(scope, list, from);
  const other = findRecord(scope, list, to);
  return found.ok && !other.ok ? other : found;
};

const allow = (scope: Scope, from: string, to: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = ends(scope, from, to);
    if (!found.ok) return found;
    const { data } = found.value;
    if (from === to) return refusals.paramInvalid('to_machine_id', 'A machine needs no scope for itself.');
    if (data.scoped[to] !== undefined) return refusals.machineScopeExists();
    if (Object.keys(data.scoped).length >= most)
      return refusals.paramInvalid('to_machine_id', `A machine has ${most} scopes at the most.`);
    const created_at = scope.now();
    changeRecord(scope, list, found.value, { ...data, scoped: { ...data.scoped, [to]: created_at } }, note);
    return {
      ok: true,
      value: { object: 'machine_scope', from_machine_id: from, to_machine_id: to, created_at },
    };
  });

const forbid = (scope: Scope, from: string, to: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, list, from);
    if (!found.ok) return found;
    const { [to]: held, ...scoped } = found.value.data.scoped;
    if (held === undefined) return refusals.notFound('The machine scope was not found.');
    changeRecord(scope, list, found.value, { ...found.value.data, scoped }, note);
    return {
      ok: true,
      value: { object: 'machine_scope', from_machine_id: from, to_machine_id: to, deleted: true },
    };
  });

/** The old key is not asked for in the sandbox: how long it holds on (`previous_token_ttl`) shows nowhere. */
const rotate = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, list, id);
    if (!found.ok) return found;
    const data = { ...found.value.data, secret_key: scope.mint('ak') };
    changeRecord(scope, list, found.value, data, note);
    return { ok: true, value: keyView(data) };
  });

const keyView = ({ secret_key: secret }: Machine) => ({ object: 'machine_secret_key', secret });

/** `/machines`: list, create (with its key), get, update, delete; its key, and which others it may call. */
export const machineRoutes = () =>
  smallListRoutes({
    list,
    view,
    created: (record, scope) => ({ ...view(record, scope), secret_key: record.data.secret_key }),
    shape: 'page',
    ordered: ['name'],
    draft,
    make: (scope, { name, scoped_machines: ids = [], default_token_ttl = 3_600 }) => {
      const at = scope.now();
      const scoped = Object.fromEntries(ids.map((id) => [id, at]));
      for (const id of ids) {
        const other = findRecord(scope, list, id);
        if (!other.ok) return refusals.paramInvalid('scoped_machines', `There is no machine ${id}.`);
      }
      return { ok: true, value: { data: { name, default_token_ttl, secret_key: scope.mint('ak'), scoped } } };
    },
    single: true,
    edit: {
      patch,
      apply: (_, { data }, { name = data.name, default_token_ttl = data.default_token_ttl }) => ({
        ok: true,
        value: { ...data, name, default_token_ttl },
      }),
    },
    remove: { object: 'machine' },
  })
    .get('/:id/secret_key', (c) =>
      answer(
        c,
        shown(findRecord(c.env.scope, list, c.req.param('id')), ({ data }) => keyView(data)),
      ),
    )
    .post('/:id/secret_key/rotate', (c) =>
      withBody(c, z.object({ previous_token_ttl: z.int().min(0).max(28_800) }), () =>
        rotate(c.env.scope, c.req.param('id')),
      ),
    )
    .post('/:id/scopes', (c) =>
      withBody(c, z.object({ to_machine_id: z.string() }), ({ to_machine_id: to }) =>
        allow(c.env.scope, c.req.param('id'), to),
      ),
    )
    .delete('/:id/scopes/:other', (c) =>
      answer(c, forbid(c.env.scope, c.req.param('id'), c.req.param('other'))),
    );
