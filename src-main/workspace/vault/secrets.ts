import { z } from 'zod';

/** What a vault holds. Neither ever leaves main, engine and vault; both stay out of logs, arguments and the window. */
export const Secrets = z.object({
  /** 32 random bytes in hex: the raw key of the database. */
  databaseKey: z.string().regex(/^[0-9a-f]{64}$/),
  apiKey: z.string().min(1),
});
export type Secrets = Readonly<z.infer<typeof Secrets>>;
