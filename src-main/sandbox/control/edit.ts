import { z } from 'zod';
import { anyObject } from '../kit/any-object';
import { membershipPatch } from '../routes/membership-routes';
import { organizationPatch } from '../routes/organization-routes';
import { rolePatch } from '../routes/role-routes';
import { userPatch } from '../routes/user-edit-routes';

/** Fields that an edit may set. What they may hold is the API's to say: its answer tells. */
const settable = <Name extends string>(schema: { readonly shape: Readonly<Record<Name, unknown>> }) =>
  Object.fromEntries(Object.keys(schema.shape).map((name) => [name, z.unknown().optional()])) as Readonly<
    Record<Name, z.ZodOptional<z.ZodUnknown>>
  >;

const metadata = { public_metadata: anyObject.optional(), private_metadata: anyObject.optional() };

/**
 * A change that another admin makes, as sent to `POST /_sandbox/edit`.
 *
 * It obeys every rule of the service, but no fault, latency, limit or key applies to it and it is not counted.
 * `set` takes the fields of the entity's PATCH and no others; metadata in it is merged. `call` reaches any endpoint.
 */
export const Edit = z.union([
  z.strictObject({
    organization: z.string(),
    set: z.strictObject({ ...settable(organizationPatch), ...metadata }),
  }),
  z.strictObject({
    user: z.string(),
    set: z.strictObject({ ...settable(userPatch), ...metadata, unsafe_metadata: anyObject.optional() }),
  }),
  z.strictObject({
    membership: z.strictObject({ organization_id: z.string(), user_id: z.string() }),
    set: z.strictObject({ ...settable(membershipPatch), ...metadata }),
  }),
  z.strictObject({ role: z.string(), set: z.strictObject(settable(rolePatch)) }),
  /** The invited person accepts; a user with that address is made when there is none. */
  z.strictObject({ accept: z.strictObject({ organization_id: z.string(), invitation_id: z.string() }) }),
  z.strictObject({
    call: z.strictObject({
      method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
      /** Path after `/v1`, e.g. `/organizations/org_1`. */
      path: z.string().startsWith('/'),
      body: z.unknown().optional(),
    }),
  }),
]);
export type Edit = z.output<typeof Edit>;
export type EditInput = z.input<typeof Edit>;
