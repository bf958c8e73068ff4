import type { Hono } from 'hono';
import { createScope } from '../http/create-scope';
import type { SandboxEnv } from '../http/sandbox-env';
import type { SandboxState } from '../sandbox-state';
import type { Edit } from './edit';
import { editCalls } from './edit-calls';

/** The answer to one call of an edit. */
export type EditAnswer = { readonly status: number; readonly body: unknown };

/** Makes the edits one after the other on an instance; stops nothing at a refusal, the answers tell. */
export const runEdits = async (
  state: SandboxState,
  api: Hono<SandboxEnv>,
  instance: string,
  edits: readonly Edit[],
): Promise<readonly EditAnswer[]> => {
  const answers: EditAnswer[] = [];
  for (const { method, path, body } of edits.flatMap(editCalls)) {
    const request = new Request(`http://sandbox${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const scope = { ...createScope(state, instance, method, () => undefined), db: state.db };
    const response = await api.fetch(request, { scope, trace: { route: path } });
    const text = await response.text();
    answers.push({ status: response.status, body: text === '' ? null : JSON.parse(text) });
  }
  return answers;
};
