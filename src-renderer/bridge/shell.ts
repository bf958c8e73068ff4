import { failure, type Result } from '@shared/contract/failure';
import {
  type ShellCallName,
  type ShellEventName,
  type ShellEvents,
  type ShellInputOf,
  type ShellOutputOf,
  shellCalls,
  shellEvents,
} from '@shared/contract/shell';
import { t } from '@shared/language/t';
import type { z } from 'zod';
import { decode } from './decode';
import { windowBridge } from './window-bridge';

async function call<C extends ShellCallName>(
  name: C,
  input: ShellInputOf<C>,
): Promise<Result<ShellOutputOf<C>>> {
  const schema = shellCalls[name].output as unknown as z.ZodType<ShellOutputOf<C>>;
  try {
    const answer = await windowBridge().call(name, input);
    return answer.ok ? decode(schema, answer.value, name) : answer;
  } catch (error) {
    return failure(
      'internal',
      t('"{name}" got no answer from the application: {error}.', { name, error: String(error) }),
      t('Try again; if it comes back, restart Tenantry.'),
    );
  }
}

/** Listens to an event of the shell; values that do not decode are dropped. Returns the unsubscriber. */
function on<E extends ShellEventName>(
  name: E,
  listener: (value: z.output<ShellEvents[E]>) => void,
): () => void {
  const schema = shellEvents[name] as unknown as z.ZodType<z.output<ShellEvents[E]>>;
  return windowBridge().on(name, (raw) => {
    const decoded = decode(schema, raw, name);
    if (decoded.ok) listener(decoded.value);
  });
}

/** The shell (main process), typed by its contract. */
export const shell = { call, on };
