import type { Hono } from 'hono';
import type { SandboxEnv } from '../kit/sandbox-env';
import { acceptInvitation } from '../rules/accept-invitation';
import type { SandboxState } from '../sandbox-state';
import { createScope } from '../server/create-scope';
import type { Edit } from './edit';

/** A call that an edit comes to. */
type EditCall = { readonly method: string; readonly path: string; readonly body?: unknown };

type Set = Readonly<Record<string, unknown>>;

/** One PATCH for the fields and one for the metadata, leaving out what is empty. */
const patches = (path: string, set: Set): readonly EditCall[] => {
  const { public_metadata, private_metadata, unsafe_metadata, ...fields } = set;
  const metadata = {
    ...(public_metadata === undefined ? {} : { public_metadata }),
    ...(private_metadata === undefined ? {} : { private_metadata }),
    ...(unsafe_metadata === undefined ? {} : { unsafe_metadata }),
  };
  return [
    ...(Object.keys(fields).length > 0 ? [{ method: 'PATCH', path, body: fields }] : []),
    ...(Object.keys(metadata).length > 0
      ? [{ method: 'PATCH', path: `${path}/metadata`, body: metadata }]
      : []),
  ];
};

/** Turns an edit into the calls of the Backend API that make it, in order. */
const editCalls = (edit: Exclude<Edit, { readonly accept: unknown }>): readonly EditCall[] => {
  if ('call' in edit) return [edit.call];
  if ('organization' in edit) return patches(`/organizations/${edit.organization}`, edit.set);
  if ('user' in edit) return patches(`/users/${edit.user}`, edit.set);
  if ('role' in edit) return [{ method: 'PATCH', path: `/organization_roles/${edit.role}`, body: edit.set }];
  const { organization_id: organization, user_id: user } = edit.membership;
  return patches(`/organizations/${organization}/memberships/${user}`, edit.set);
};

/** The answer to one call of an edit. */
export type EditAnswer = { readonly status: number; readonly body: unknown };

/** The trace id in answers to edits, which are not counted. */
const uncounted = '0'.repeat(32);

/** Makes the edits one after the other on an instance; stops nothing at a refusal, the answers tell. */
export const runEdits = async (
  state: SandboxState,
  api: Hono<SandboxEnv>,
  instance: string,
  edits: readonly Edit[],
): Promise<readonly EditAnswer[]> => {
  const scope = { ...createScope(state, instance, 'POST', () => undefined), db: state.db };
  const answers: EditAnswer[] = [];
  for (const edit of edits) {
    if ('accept' in edit) {
      const { organization_id: organization, invitation_id: invitation } = edit.accept;
      const made = acceptInvitation(scope, organization, invitation);
      answers.push(
        made.ok
          ? { status: 200, body: made.value }
          : { status: made.refusal.status, body: { errors: made.refusal.errors } },
      );
      continue;
    }
    for (const { method, path, body } of editCalls(edit)) {
      const request = new Request(`http://sandbox${path}`, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const response = await api.fetch(request, { scope, trace: { route: path, id: uncounted } });
      const text = await response.text();
      answers.push({ status: response.status, body: text === '' ? null : JSON.parse(text) });
    }
  }
  return answers;
};
