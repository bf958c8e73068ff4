import { endpointOf } from './endpoint-of';

/** An address that takes several calls of another one at once. */
export interface BulkEndpoint {
  readonly method: 'POST';
  readonly path: string;
  /** Calls that one takes. */
  readonly most: number;
}

interface Rule {
  readonly most: number;
  /** The bulk address for the path of one of the calls. */
  readonly path: (one: string) => string;
}

const below = (most: number): Rule => ({ most, path: (one) => `${one}/bulk` });
const beside = (most: number, verb: string): Rule => ({ most, path: () => `/users/${verb}` });

/** Spec: `UsersBan`, `UsersUnban`, `CreateBulkInvitations`, `CreateOrganizationInvitationBulk`, `CreateBulkWaitlistEntries`. */
const rules: Readonly<Record<string, Rule>> = {
  'POST /users/{id}/ban': beside(50, 'ban'),
  'POST /users/{id}/unban': beside(50, 'unban'),
  'POST /invitations': below(10),
  'POST /organizations/{id}/invitations': below(10),
  'POST /waitlist_entries': below(50),
};

/** Where a call can go together with others of its kind; null where it goes alone. Pure. */
export function bulkEndpointOf(
  call: { readonly method: string; readonly path: string },
  endpoint = endpointOf(call),
): BulkEndpoint | null {
  const rule = rules[endpoint];
  return rule === undefined ? null : { method: 'POST', path: rule.path(call.path), most: rule.most };
}
