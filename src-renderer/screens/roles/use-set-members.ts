import { engine } from '@renderer/bridge/engine';
import type { Failure } from '@shared/contract/failure';
import type { SetMembers } from '@shared/contract/operations';
import { useEffect, useState } from 'react';

interface MembersOfSet {
  /** Null while they are counted. */
  readonly members: readonly SetMembers[] | null;
  readonly failure: Failure | null;
}

const counting: MembersOfSet = { members: null, failure: null };

/** Who has which role in the organizations of a role set, as it is when the dialog opens. */
export function useSetMembers(key: string): MembersOfSet {
  const [counted, setCounted] = useState<MembersOfSet>(counting);
  useEffect(() => {
    let ended = false;
    void engine.call('membersOfSet', { key }).then((result) => {
      if (ended) return;
      setCounted(
        result.ok ? { members: result.value, failure: null } : { members: null, failure: result.error },
      );
    });
    return () => {
      ended = true;
    };
  }, [key]);
  return counted;
}
