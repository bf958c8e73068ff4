import { z } from 'zod';
import { RecordId } from '../ids';
import { JsonValue } from '../json';
import { book } from './book';

/** Applications that are treated alike: by hand, by rule, or both. */
export const applicationGroup = book(
  'group',
  'groups',
  z.strictObject({
    name: z.string().trim().min(1).max(100),
    /** Its applications by hand. */
    members: z.array(RecordId).max(10_000).default([]),
    /** Whatever has all of these values is of the group as well: fields of an application, such as `config.session.lifetime`. */
    where: z
      .array(z.strictObject({ field: z.string().min(1), value: JsonValue }))
      .max(20)
      .default([]),
  }),
);
