import { type Failure, failure, type Result } from '@shared/contract/failure';
import { type ShellCallName, type ShellCalls, type ShellOutputOf, shellCalls } from '@shared/contract/shell';
import { t } from '@shared/language/t';
import type { z } from 'zod';

/** One handler for each call of the contract: the whole of what a page can ask of the shell. */
export type ShellHandlers = {
  readonly [C in ShellCallName]: (
    input: z.output<ShellCalls[C]['input']>,
    /** The page that calls. */
    from: number,
  ) => Result<ShellOutputOf<C>> | Promise<Result<ShellOutputOf<C>>>;
};

export interface IncomingCall {
  readonly input: unknown;
  /** Id of the page that calls. */
  readonly from: number;
}

/**
 * Answers one call: sender, then schema, then handler. Output passes its schema too, so that a handler cannot leak a
 * field the contract does not have. A bug becomes `internal` and goes to `report`.
 *
 * @param handlers null where the sender is not the main frame of one of our windows, or does not show our page
 */
export async function answerCall<C extends ShellCallName>(
  name: C,
  handlers: ShellHandlers | null,
  call: IncomingCall,
  report: (error: unknown) => void,
): Promise<Result<unknown>> {
  if (handlers === null)
    return failure('forbidden', t('This page may not call the shell.'), t('Use the window of Tenantry.'));
  const schemas: { readonly input: z.ZodType; readonly output: z.ZodType } = shellCalls[name];
  const decoded = schemas.input.safeParse(call.input);
  if (!decoded.success) return invalid(name, decoded.error.issues);
  try {
    const handle: (input: never, from: number) => Result<unknown> | Promise<Result<unknown>> = handlers[name];
    const result = await handle(decoded.data as never, call.from);
    return result.ok ? { ok: true, value: schemas.output.parse(result.value) } : result;
  } catch (error) {
    report(error);
    return { ok: false, error: bug(name) };
  }
}

function invalid(name: string, issues: readonly z.core.$ZodIssue[]): Result<never> {
  const [issue] = issues;
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')}: ${issue.message})` : '';
  return failure(
    'invalid-input',
    t('"{name}" got an input that does not fit{where}. Nothing was done.', { name, where }),
    t('Correct it.'),
  );
}

function bug(name: string): Failure {
  return {
    code: 'internal',
    message: t('"{name}" failed because of a fault in Tenantry. What was staged before is kept.', { name }),
    next: t('Try again; if it comes back, restart Tenantry and look into its log.'),
  };
}
