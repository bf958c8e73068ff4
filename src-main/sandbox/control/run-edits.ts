import type { Hono } from 'hono';
import type { SandboxEnv } from '../kit/sandbox-env';
import { acceptInvitation } from '../rules/accept-invitation';
import type { SandboxState } from '../sandbox-state';
import { createScope } from '../server/create-scope';
import type { Edit } from './edit';
import { editCalls } from './edit-calls';

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
