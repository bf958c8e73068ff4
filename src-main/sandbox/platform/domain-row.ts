/** A domain as stored; `dns` is how far its records are verified (`states` in `domain-views.ts`). */
export type DomainRow = {
  readonly instance: string;
  readonly id: string;
  readonly name: string;
  readonly is_provider: number;
  readonly proxy_url: string | null;
  readonly dns: string;
  readonly checked_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
};

/** Body of `POST …/domains`, decoded. */
export type DomainDraft = {
  readonly name: string;
  readonly proxy_path?: string | undefined;
  readonly domain_intent_id?: string | undefined;
};
