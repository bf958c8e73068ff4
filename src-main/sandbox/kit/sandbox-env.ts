import type { Scope } from './scope';
import type { Trace } from './trace';

/** What the API's handlers find in `c.env`: the scope of the call, and where to leave the route that matched. */
export type SandboxEnv = { Bindings: { readonly scope: Scope; readonly trace: Trace } };
