import { z } from 'zod';
import { anyObject } from './any-object';

const metadata = anyObject;

/** Schemas of body fields that several endpoints share. */
export const bodyField = {
  /** Metadata that may be left out or null. */
  metadata: metadata.nullish(),
  /** RFC 3339, e.g. `2012-10-20T07:15:20.902Z`. */
  time: z.iso.datetime({ offset: true, error: 'Must be a date and time in RFC 3339 format.' }).nullish(),
  email: z
    .email({ error: 'email_address must be a valid email address.' })
    .transform((text) => text.toLowerCase()),
  /** Both metadata objects, as `/metadata` endpoints take them. */
  metadataPatch: z.object({ public_metadata: metadata.optional(), private_metadata: metadata.optional() }),
};
