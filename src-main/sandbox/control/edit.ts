import { z } from 'zod';
import { anyObject } from '../http/any-object';

const metadata = anyObject;
const withMetadata = z.looseObject({
  public_metadata: metadata.optional(),
  private_metadata: metadata.optional(),
});

/**
 * A change that another admin makes, as sent to `POST /_sandbox/edit`.
 *
 * It obeys every rule of the service, but no fault, latency, limit or key applies to it and it is not counted.
 * `set` takes the fields of the entity's PATCH; metadata in it is merged. `call` reaches any endpoint.
 */
export const Edit = z.union([
  z.object({ organization: z.string(), set: withMetadata }),
  z.object({ user: z.string(), set: withMetadata }),
  z.object({
    membership: z.object({ organization_id: z.string(), user_id: z.string() }),
    set: withMetadata,
  }),
  z.object({ role: z.string(), set: z.looseObject({}) }),
  /** The invited person accepts; a user with that address is made when there is none. */
  z.object({ accept: z.object({ organization_id: z.string(), invitation_id: z.string() }) }),
  z.object({
    call: z.object({
      method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
      /** Path after `/v1`, e.g. `/organizations/org_1`. */
      path: z.string().startsWith('/'),
      body: z.unknown().optional(),
    }),
  }),
]);
export type Edit = z.output<typeof Edit>;
export type EditInput = z.input<typeof Edit>;
