import type { Trace } from '../kit/trace';
import type { PlatformScope } from './platform-scope';

/** What the Platform API's handlers find in `c.env`: the scope of the call, and where to leave the route that matched. */
export type PlatformEnv = { Bindings: { readonly scope: PlatformScope; readonly trace: Trace } };
