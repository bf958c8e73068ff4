import { z } from 'zod';
import { RecordId } from '../ids';

/** A record that the service lists, and that cannot be read: where it is odd, and why. What is stored of it stays. */
export const UnreadRecord = z.object({
  /** Its own, or a stand-in where it names none. */
  id: RecordId,
  /** Of the property in the record, or of the address that tells about it. */
  path: z.string(),
  why: z.string(),
});
export type UnreadRecord = Readonly<z.infer<typeof UnreadRecord>>;
