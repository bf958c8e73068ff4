import { apiPath } from '../api-call';

/** Kinds of rows that the plugin lists (`resources/better-auth/tenantry-plugin.ts`). */
export type Kind = 'user' | 'organization' | 'member' | 'invitation' | 'role';

/** The plugin's list of a kind: a page of it, or those rows whose field is as wanted. */
export function addressOf(
  kind: Kind,
  wanted:
    | { readonly limit: number; readonly offset: number }
    | { readonly field: 'id' | 'email'; readonly value: string },
): string {
  const list = apiPath`/tenantry/list?of=${kind}`;
  return 'field' in wanted
    ? `${list}${apiPath`&field=${wanted.field}&value=${wanted.value}&limit=${500}`}`
    : `${list}${apiPath`&limit=${wanted.limit}&offset=${wanted.offset}`}`;
}
