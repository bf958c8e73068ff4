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
  changeRecord,
  inData,
  type Note,
  type SmallList,
  type SmallRecord,
  selectRecords,
} from '../rules/small-list';
import { templateDefault } from './template-defaults';

/** What an instance keeps of a template; what the service makes of it is `template-defaults.ts`. */
export interface Template {
  readonly type: 'email' | 'sms';
  readonly slug: string;
  readonly position: number;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  readonly markup: string;
  readonly from_email_name: string;
  readonly reply_to_email_name: string;
  readonly delivered_by_clerk: boolean;
  /** Somebody has changed it. */
  readonly own: boolean;
}

const list: SmallList<Template> = {
  kind: 'template',
  prefix: 'tmpl',
  mark: ({ type, slug }) => `${type}/${slug}`,
  notFound: 'The template was not found.',
};

/** The text of an SMS is the service's own while the service delivers it. */
const canEditBody = ({ type, delivered_by_clerk: delivered }: Template): boolean =>
  type === 'email' || !delivered;

/** Spec: `components/schemas/Template`. */
const view = ({ id, data, created_at, updated_at }: SmallRecord<Template>, scope: Scope) => {
  const { type, own, ...words } = data;
  const known = templateDefault(type, data.slug);
  return {
    object: 'template',
    id,
    instance_id: own ? scope.instance : null,
    resource_type: own ? 'user' : 'system',
    template_type: type,
    ...words,
    can_revert: own,
    can_delete: false,
    can_edit_body: canEditBody(data),
    can_toggle: false,
    enabled: true,
    flagged_as_suspicious: false,
    available_variables: known?.available ?? [],
    required_variables: known?.required ?? [],
    created_at,
    updated_at,
  };
};

const local = z.string().regex(/^[A-Za-z0-9._+-]*$/, 'It must be the part of an address before the @.');
const patch = z.strictObject({
  name: z.string().min(1).optional(),
  subject: z.string().nullish(),
  markup: z.string().nullish(),
  body: z.string().optional(),
  delivered_by_clerk: z.boolean().nullish(),
  from_email_name: local.optional(),
  reply_to_email_name: local.optional(),
});

const find = (scope: Scope, type: string, slug: string): Outcome<SmallRecord<Template>> => {
  const where = [
    { sql: `${inData('type')} = ?`, values: [type] },
    { sql: `${inData('slug')} = ?`, values: [slug] },
  ];
  const [found] = selectRecords(scope, list, { where, orderBy: 't.id', limit: 1, offset: 0 }).rows;
  return found === undefined ? refusals.notFound(list.notFound) : { ok: true, value: found };
};

const lacking = ({ type, slug }: Template, body: string): string | undefined =>
  templateDefault(type, slug)?.required.find(
    (name) => !new RegExp(`\\{\\{[^}]*\\b${name}\\b[^}]*\\}\\}`).test(body),
  );

const said = (before: Template, body: z.output<typeof patch>): Outcome<Template> => {
  const delivered = body.delivered_by_clerk ?? before.delivered_by_clerk;
  const text = body.body ?? before.body;
  if (text !== before.body && !canEditBody({ ...before, delivered_by_clerk: delivered }))
    return refusals.templateBodyLocked();
  const missing = lacking(before, text);
  if (missing !== undefined)
    return refusals.paramInvalid('body', `The template must contain the variable {{${missing}}}.`);
  return {
    ok: true,
    value: {
      ...before,
      name: body.name ?? before.name,
      ...(before.type === 'email' && {
        subject: body.subject ?? before.subject,
        markup: body.markup ?? before.markup,
        from_email_name: body.from_email_name ?? before.from_email_name,
        reply_to_email_name: body.reply_to_email_name ?? before.reply_to_email_name,
      }),
      body: text,
      delivered_by_clerk: delivered,
      own: true,
    },
  };
};

const change = (
  scope: Scope,
  { type, slug }: { readonly type: string; readonly slug: string },
  next: (before: Template) => Outcome<Template>,
): Outcome<object> =>
  mutate(scope, (note: Note) => {
    const found = find(scope, type, slug);
    if (!found.ok) return found;
    const data = next(found.value.data);
    return shown(data, (value) => view(changeRecord(scope, list, found.value, value, note), scope));
  });

const reverted = (before: Template): Outcome<Template> => {
  const known = templateDefault(before.type, before.slug);
  if (!before.own || known === undefined)
    return refusals.wrongState(400, 'template_not_revertable', 'The template is as the service made it.');
  const { name, subject, body, markup } = known;
  return { ok: true, value: { ...before, name, subject, body, markup, own: false } };
};

const query = z.object({
  paginated: queryField.flag,
  limit: queryField.limit,
  offset: queryField.offset,
});

const previewBody = patch.pick({
  subject: true,
  body: true,
  from_email_name: true,
  reply_to_email_name: true,
});

/** `/templates/{email|sms}`: list, get, update, revert, preview, switch delivery. */
export const templateRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/:type', (c) =>
      withQuery(c, query, ({ paginated, limit, offset }) => {
        const type = c.req.param('type');
        if (type !== 'email' && type !== 'sms')
          return refusals.paramInvalid('template_type', `${type} is no type of template.`);
        const where = [{ sql: `${inData('type')} = ?`, values: [type] }];
        const orderBy = `${inData('position')}, t.id`;
        const { rows, total } = selectRecords(c.env.scope, list, { where, orderBy, limit, offset });
        const data = rows.map((row) => view(row, c.env.scope));
        return { ok: true, value: paginated === true ? { data, total_count: total } : data };
      }),
    )
    .get('/:type/:slug', (c) =>
      answer(
        c,
        shown(find(c.env.scope, c.req.param('type'), c.req.param('slug')), (row) => view(row, c.env.scope)),
      ),
    )
    .put('/:type/:slug', (c) =>
      withBody(c, patch, (body) => change(c.env.scope, c.req.param(), (before) => said(before, body))),
    )
    .post('/:type/:slug/revert', (c) => answer(c, change(c.env.scope, c.req.param(), reverted)))
    .post('/:type/:slug/preview', (c) =>
      withBody(c, previewBody, ({ subject, body }) =>
        shown(find(c.env.scope, c.req.param('type'), c.req.param('slug')), ({ data }) => ({
          subject: subject ?? data.subject,
          body: body ?? data.body,
        })),
      ),
    )
    .post('/:type/:slug/toggle_delivery', (c) =>
      withBody(c, z.strictObject({ delivered_by_clerk: z.boolean().optional() }), (body) =>
        change(c.env.scope, c.req.param(), (before) => ({
          ok: true,
          value: { ...before, delivered_by_clerk: body.delivered_by_clerk ?? !before.delivered_by_clerk },
        })),
      ),
    );
