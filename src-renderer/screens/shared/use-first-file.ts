import { useEffect, useRef } from 'react';

/** Opens the file that a dialog was opened with: one that was dropped on the window. */
export function useFirstFile(first: File | undefined, open: (file: File) => void): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    if (first !== undefined) latest.current(first);
  }, [first]);
}
