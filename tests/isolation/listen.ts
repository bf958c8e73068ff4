import { vi } from 'vitest';

/** What the runs say on stdout and stderr, and log. */
export function listen(): () => string {
  const heard: string[] = [];
  const keep = (...parts: readonly unknown[]): true => {
    heard.push(parts.map(String).join(' '));
    return true;
  };
  const spies = [
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(keep),
    ),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
    return heard.join('\n');
  };
}
