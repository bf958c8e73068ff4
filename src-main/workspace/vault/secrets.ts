import { z } from 'zod';

/** What is told of a workspace in plain text and decides where its key goes: sealed with the key, so that no edit moves it. */
export const Bound = z.object({
  url: z.string(),
  scenario: z.string(),
  environment: z.string(),
  kind: z.string(),
});
export type Bound = Readonly<z.infer<typeof Bound>>;

/** What a vault holds. Neither ever leaves main, engine and vault; both stay out of logs, arguments and the window. */
export const Secrets = z.object({
  /** 32 random bytes in hex: the raw key of the database. */
  databaseKey: z.string().regex(/^[0-9a-f]{64}$/),
  apiKey: z.string().min(1),
  /** Where the API key may be sent to; missing in vaults of the first version. */
  bound: Bound.optional(),
});
export type Secrets = Readonly<z.infer<typeof Secrets>>;
