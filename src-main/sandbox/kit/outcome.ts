/** One entry of an error body (spec: `components/schemas/ClerkError`). */
export type ClerkError = {
  readonly code: string;
  readonly message: string;
  readonly long_message: string;
  readonly meta?: Readonly<Record<string, unknown>>;
};

/** Why the service said no: an HTTP status and at least one error. */
export type Refusal = {
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 413 | 415 | 422 | 429;
  readonly errors: readonly ClerkError[];
};

/** What an operation comes to: its value, or a refusal. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };
