import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody } from '../kit/answer-with';
import type { SandboxEnv } from '../kit/sandbox-env';
import { addContact, type ContactKind, changeContact, findContact, removeContact } from '../rules/contacts';

const patch = z.object({ verified: z.boolean().nullish(), primary: z.boolean().nullish() });

const draft = patch.extend({ user_id: z.string() });

const address = z
  .string()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email_address must be a valid email address.')
  .transform((text) => text.toLowerCase());
const number = z.string().regex(/^\+[1-9]\d{6,14}$/, 'phone_number must be a valid phone number (E.164).');

const drafts = {
  email_address: draft
    .extend({ email_address: address })
    .transform(({ email_address: value, ...rest }) => ({ ...rest, value })),
  phone_number: draft
    .extend({ phone_number: number })
    .transform(({ phone_number: value, ...rest }) => ({ ...rest, value })),
} as const;

/** Addresses and numbers of people, one by one (spec: `/email_addresses`, `/phone_numbers`). */
export const contactRoutes = (kind: ContactKind): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .post('/', (c) => withBody(c, drafts[kind], (body) => addContact(c.env.scope, kind, body)))
    .get('/:id', (c) => answer(c, findContact(c.env.scope, kind, c.req.param('id'))))
    .patch('/:id', (c) =>
      withBody(c, patch, (body) => changeContact(c.env.scope, kind, c.req.param('id'), body)),
    )
    .delete('/:id', (c) => answer(c, removeContact(c.env.scope, kind, c.req.param('id'))));
