import { z } from 'zod';
import { FailureCode } from './failure';

/** What the doctor looks at, in its order. */
export const CheckName = z.enum([
  'version',
  'workspace',
  'disk',
  'lock',
  'key',
  'file',
  'journal',
  'engine',
  'network',
  'service',
  'clock',
  'limits',
  'copy',
]);
export type CheckName = z.infer<typeof CheckName>;

/** What one check found. */
export const DoctorCheck = z.object({
  name: CheckName,
  /** `untried`: nobody was to be asked, as `detail` says. */
  state: z.enum(['fine', 'wrong', 'untried']),
  detail: z.string(),
  /** What to do; '' where nothing is. */
  next: z.string(),
  /** Of what failed; null where nothing did, or no failure has that name. */
  code: FailureCode.nullable(),
});
export type DoctorCheck = Readonly<z.infer<typeof DoctorCheck>>;
