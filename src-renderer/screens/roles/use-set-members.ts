import { engine } from '@renderer/bridge/engine';
import type { SetMembers } from '@shared/contract/operations';
import { useEffect, useState } from 'react';

/** Who has which role in the organizations of a role set, as it is when the dialog opens; null while it is counted. */
export function useSetMembers(key: string): readonly SetMembers[] | null {
  const [members, setMembers] = useState<readonly SetMembers[] | null>(null);
  useEffect(() => {
    let ended = false;
    void engine.call('membersOfSet', { key }).then((result) => {
      if (!ended && result.ok) setMembers(result.value);
    });
    return () => {
      ended = true;
    };
  }, [key]);
  return members;
}
