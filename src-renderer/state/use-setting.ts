import type { Result } from '@shared/contract/failure';
import { useEffect, useState } from 'react';
import { toldOrAsked } from './told-or-asked';

/** What the shell keeps of a choice; null until it has told. What is chosen while its answer is on the way counts over it. */
export function useSetting<T>(ask: () => Promise<Result<T>>) {
  const [value, setValue] = useState<T | null>(null);
  const [kept] = useState(() => toldOrAsked<T>(setValue));
  const [look] = useState(() => async () => {
    const answered = kept.asking();
    answered(await ask());
  });
  useEffect(() => void look(), [look]);
  return { value, tell: kept.tell, look } as const;
}
