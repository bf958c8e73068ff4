import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

/** Rows and items that go on paper at most; of more, paper says how many there are. */
export const mostPrinted = 1_000;

let printing = false;
const listeners = new Set<() => void>();
/** Parts that draw only what is in sight: each fetches what paper shows instead. */
const preparations = new Set<() => Promise<void>>();

function turn(on: boolean): void {
  printing = on;
  for (const listener of listeners) listener();
}

/** True while the page is made ready for paper, and on it. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => printing,
  );
}

/** What paper shows of a part, read as somebody prints; null at all other times. */
export function usePrinted<T>(read: () => Promise<T>): T | null {
  const [value, setValue] = useState<T | null>(null);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const prepare = async (): Promise<void> => setValue(await latest.current());
    preparations.add(prepare);
    return () => {
      preparations.delete(prepare);
    };
  }, []);
  return usePrinting() ? value : null;
}

/** Makes the page ready, in the light colours that paper has, does the work, and puts everything back. */
export async function whilePrinting<T>(work: () => Promise<T>): Promise<T> {
  const root = document.documentElement;
  const scheme = root.getAttribute('data-mantine-color-scheme') ?? 'light';
  await Promise.all([...preparations].map((prepare) => prepare()));
  turn(true);
  root.setAttribute('data-mantine-color-scheme', 'light');
  try {
    await drawn();
    return await work();
  } finally {
    root.setAttribute('data-mantine-color-scheme', scheme);
    turn(false);
  }
}

/** Two frames on: what was asked for is drawn. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
