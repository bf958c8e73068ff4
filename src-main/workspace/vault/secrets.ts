import { z } from 'zod';

/** What is told of a workspace in plain text and decides where its key goes: sealed with the key, so that no edit moves it. */
export const Bound = z.object({
  url: z.string(),
  scenario: z.string(),
  environment: z.string(),
  kind: z.string(),
  /** What a snapshot says of itself, as JSON: when it ends, above all. */
  snapshot: z.string().optional(),
  /** Where it is another service than the first. */
  service: z.string().optional(),
});
export type Bound = Readonly<z.infer<typeof Bound>>;

/** What a vault holds. None of it ever leaves main, engine and vault; all stay out of logs, arguments and the window. */
export const Secrets = z.object({
  /** 32 random bytes in hex: the raw key of the database. */
  databaseKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** '' in a snapshot: it has none. */
  apiKey: z.string(),
  /** Of the account that the application of the instance belongs to: opens its config at the Platform API. */
  platformToken: z.string().min(1).optional(),
  /** Where key and token may be sent to; missing in vaults of the first version. */
  bound: Bound.optional(),
});
export type Secrets = Readonly<z.infer<typeof Secrets>>;
