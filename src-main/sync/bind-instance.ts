import { type InstancePort, type PullPort, platformTokenCodes } from '@main/identity/identity-port';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { isProvisional } from '@shared/domain/ids';
import type { RemoteFailure, RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';

/** Code of the failure of a key that belongs to another instance than the one that was copied. */
export const otherInstanceCode = 'other-instance';

/** What a check asks: the client that pulls, or one with another key. */
export type BoundPort = Pick<PullPort, 'fetchPage' | 'fetchOne'> & InstancePort;

/** Holds a workspace to the instance that it copies: another one's records would replace them all. */
export interface Binding {
  /**
   * Whether the port speaks to this workspace's instance. An empty workspace is bound to what it is asked with. Any other
   * failure is that of the asking.
   */
  verify(port: BoundPort, signal?: AbortSignal): Promise<RemoteResult<null>>;
}

const metaKey = 'sync.instance';
/** Known records asked for by id where the instance does not tell its own. */
const samples = 3;
const fine: RemoteResult<null> = { ok: true, value: null, requestId: '' };

export function createBinding(store: Store): Binding {
  let proven: BoundPort | null = null;

  async function check(port: BoundPort, signal?: AbortSignal): Promise<RemoteResult<null>> {
    const told = await port.instanceId(signal);
    const id = told.ok ? told.value : '';
    if (!told.ok && !isSilence(told.failure)) return told;
    const bound = await store.meta(metaKey);
    const empty = await isEmpty(store);
    if (!empty && typeof bound === 'string' && id !== '') return bound === id ? fine : other(bound, id);
    const known = empty ? fine : await knowsOurs(store, port, signal);
    if (known.ok && id !== '' && bound !== id) await store.write({ meta: { [metaKey]: id } });
    return known;
  }

  return {
    async verify(port, signal) {
      if (proven === port) return fine;
      const checked = await check(port, signal);
      if (checked.ok) proven = port;
      return checked;
    },
  };
}

/** The key may not read the instance, or the API has no such thing: the records have to tell. */
function isSilence({ kind }: RemoteFailure): boolean {
  return kind === 'forbidden' || kind === 'not-found' || kind === 'invalid' || kind === 'malformed';
}

const telling: readonly EntityName[] = ['organization', 'user', 'application'];

async function isEmpty(store: Store): Promise<boolean> {
  for (const entity of telling) if ((await store.count(entity)) > 0) return false;
  return true;
}

/** By the ids that are known: one of them that is there is proof, and none of them is none. */
async function knowsOurs(store: Store, port: BoundPort, signal?: AbortSignal): Promise<RemoteResult<null>> {
  let asked = 0;
  for (const entity of telling) {
    const rows = await store.list(entity, [{ field: 'state', op: 'ne', value: 'gone' }], samples + 20);
    for (const row of rows.filter(({ id }) => !isProvisional(id)).slice(0, samples)) {
      const found = await port.fetchOne(entity, row, signal);
      if (!found.ok && found.failure.code === platformTokenCodes.missing) continue;
      if (!found.ok && !isSilence(found.failure)) return found;
      if (!found.ok || found.value !== null) return fine;
      asked += 1;
    }
  }
  return asked === 0 ? fine : other(t('the one that was copied'), 'another');
}

function other(bound: string, id: string): RemoteResult<never> {
  return {
    ok: false,
    failure: {
      kind: 'invalid',
      status: 0,
      code: otherInstanceCode,
      message: t('The key belongs to another instance ({id}) than this workspace ({bound}).', { id, bound }),
      requestId: '',
      retryAfterMs: 0,
      mayHaveTakenEffect: false,
    },
  };
}
