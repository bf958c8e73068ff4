import { engine } from '@renderer/bridge/engine';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { AccessMoment } from '@shared/contract/access';
import type { Failure } from '@shared/contract/failure';
import type { Assertion, Verdict } from '@shared/domain/access/assertion';
import { useEffect, useState } from 'react';

interface Tried {
  readonly verdict?: Verdict | undefined;
  /** Why it could not be tried: its permission is no more, say. */
  readonly failure?: Failure;
}

/** Whether an assertion holds, tried anew after each sweep and each change; empty before the first answer. */
export function useVerdict(assertion: Assertion, when: AccessMoment): Tried {
  const version = useDataVersion();
  const [tried, setTried] = useState<Tried & { readonly asked: string }>();
  const asked = JSON.stringify({ assertions: [assertion], when });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to try again
  useEffect(() => {
    let ended = false;
    void engine.call('tryAssertions', JSON.parse(asked)).then((result) => {
      if (ended) return;
      setTried({
        asked,
        ...(result.ok ? { verdict: result.value.assertions[0] } : { failure: result.error }),
      });
    });
    return () => {
      ended = true;
    };
  }, [asked, version]);
  // A verdict of another moment must not stand under this one.
  return tried?.asked === asked ? tried : {};
}
