import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody } from '../kit/answer-with';
import { bodyField } from '../kit/body-field';
import { factorField, identifierField, username } from '../kit/identifier-field';
import { readBody } from '../kit/read-body';
import { type Logo, readLogo } from '../kit/read-logo';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { userMetadata } from '../rules/both-metadata';
import { changeUser } from '../rules/change-user';
import { createUser } from '../rules/create-user';
import { deleteUser } from '../rules/delete-user';
import { updateUser } from '../rules/update-user';

const shared = {
  external_id: z.string().nullish(),
  first_name: z.string().max(256).nullish(),
  last_name: z.string().max(256).nullish(),
  username,
  locale: z.string().nullish(),
  password: z.string().min(8, 'Passwords must be 8 characters or more.').nullish(),
  delete_self_enabled: z.boolean().nullish(),
  create_organization_enabled: z.boolean().nullish(),
  create_organizations_limit: z.int().min(0).nullish(),
  bypass_client_trust: z.boolean().nullish(),
  legal_accepted_at: bodyField.time,
  created_at: bodyField.time,
  ...factorField,
};

const draftBody = z.object({
  ...shared,
  ...identifierField,
  skip_user_requirement: z.boolean().nullish(),
  banned: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  public_metadata: bodyField.metadata,
  private_metadata: bodyField.metadata,
  unsafe_metadata: bodyField.metadata,
});

/** Body of the PATCH. */
export const userPatch = z.object({
  ...shared,
  primary_email_address_id: z.string().nullish(),
  primary_phone_number_id: z.string().nullish(),
  primary_web3_wallet_id: z.string().nullish(),
  profile_image_id: z.string().nullish(),
});

const metadataBody = bodyField.metadataPatch.extend({ unsafe_metadata: bodyField.metadata });

const setMetadata = async (c: Context<SandboxEnv>, mode: 'merge' | 'replace'): Promise<Response> => {
  const body = await readBody(c, metadataBody);
  if (!body.ok) return answer(c, body);
  const id = c.req.param('id') ?? '';
  return answer(
    c,
    changeUser(c.env.scope, id, (before) => userMetadata(before, body.value, mode)),
  );
};

/** Pictures are not kept here: only the how manyth it is, as each has an address of its own. */
const setPicture = (scope: Scope, id: string, picture: Logo | null) =>
  changeUser(scope, id, (before) => {
    if (picture !== null && picture.bytes.byteLength > 10 * 1024 * 1024)
      return refusals.tooLarge(10 * 1024 * 1024);
    if (picture !== null && !picture.contentType.startsWith('image/')) return refusals.bodyInvalid();
    return { ok: true, value: { has_image: picture === null ? 0 : before.has_image + 1 } };
  });

/** Writing users: create, update, delete, picture, metadata. */
export const userEditRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .post('/', (c) => withBody(c, draftBody, (body) => createUser(c.env.scope, body)))
    .patch('/:id', (c) => withBody(c, userPatch, (body) => updateUser(c.env.scope, c.req.param('id'), body)))
    .delete('/:id', (c) => answer(c, deleteUser(c.env.scope, c.req.param('id'))))
    .post('/:id/profile_image', async (c) => {
      const image = await readLogo(c);
      return answer(c, image.ok ? setPicture(c.env.scope, c.req.param('id'), image.value) : image);
    })
    .delete('/:id/profile_image', (c) => answer(c, setPicture(c.env.scope, c.req.param('id'), null)))
    .patch('/:id/metadata', (c) => setMetadata(c, 'merge'))
    .put('/:id/metadata', (c) => setMetadata(c, 'replace'));
