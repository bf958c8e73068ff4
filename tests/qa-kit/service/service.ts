import type { HttpAsk } from './ask-over-http';
import type { Call, ReceivedCall } from './call';
import type { Member } from './members';

/** How many of the calls that are meant meet a fault (1 unless told), after so many were let pass. */
export interface Faulty extends Call {
  readonly times?: number;
  readonly skip?: number;
}

/**
 * The identity service of a test: a sandbox of its own, in a process of its own. Faults and the recorder are those of the app's calls and of
 * `get` … `remove`; what a colleague does and what `pickMember` and `roleOf` read goes past them.
 */
export interface Service extends HttpAsk {
  /** Origin; the Backend API is under `/v1`. */
  readonly url: string;
  /** The control surface of the sandbox (docs/sandbox.md), for what has no verb here. */
  readonly controlUrl: string;
  /** The key of its instance; of `campus` the token of its platform. */
  readonly secretKey: string;
  readonly platformToken: string;

  /** A member with that role: always the same one of the same world. */
  readonly pickMember: (wanted: { readonly role: string; readonly organization?: string }) => Promise<Member>;
  /** Key of the role that they have now; undefined where they are no member any more. */
  readonly roleOf: (member: Pick<Member, 'organizationId' | 'userId'>) => Promise<string | undefined>;
  /** What the window calls the role of a key. */
  readonly roleName: (key: string) => Promise<string>;
  /** A colleague gives a member another role. */
  readonly changeRole: (member: Member, role: string) => Promise<void>;
  /** Any call of the Backend API by a colleague (`path` after `/v1`); its answer. Rejects where the service refuses. */
  readonly asColleague: (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<unknown>;

  /** Closes its port, as a service that is away: no connection is taken. */
  readonly down: () => Promise<void>;
  /** Ends it by SIGKILL, as a power cut does. What it recorded is gone, its data is not. */
  readonly crash: () => Promise<void>;
  /** Back at the same address with the same data. */
  readonly up: () => Promise<void>;
  /** Every answer takes so long, ms. */
  readonly slow: (ms: number) => Promise<void>;
  /** Answers with an error, 500 unless told; the call takes no effect. */
  readonly fail: (faulty?: Faulty & { readonly status?: number; readonly code?: string }) => Promise<void>;
  /** Answers 429, asking to wait for so many seconds (1). */
  readonly limit: (faulty?: Faulty & { readonly retryAfter?: number }) => Promise<void>;
  /** Breaks the connection before the call takes effect. */
  readonly cut: (faulty?: Faulty) => Promise<void>;
  /** Breaks the connection after the call took effect: nobody hears of it. */
  readonly loseAnswer: (faulty?: Faulty) => Promise<void>;
  /** Answers so late, ms. */
  readonly delay: (ms: number, faulty?: Faulty) => Promise<void>;
  /** Takes the faults of calls back; `slow(0)`, `up` and `takeKey` end the rest. */
  readonly heal: () => Promise<void>;
  /** Its API keys open nothing any more. */
  readonly refuseKey: () => Promise<void>;
  readonly takeKey: () => Promise<void>;

  /** A token by which browser tests of sign-in pages get past bot detection (the `/testing_tokens` of the Backend API). */
  readonly testingToken: () => Promise<string>;

  /** The calls it received, oldest first. */
  readonly received: (call?: Call) => Promise<readonly ReceivedCall[]>;
  /** The world as it was seeded; faults and what was received are gone. */
  readonly reset: () => Promise<void>;
}
