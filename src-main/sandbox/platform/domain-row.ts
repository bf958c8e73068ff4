/** A domain as stored; `dns` is how far its records are verified. */
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
