import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where a process runs, as far as its pid means something there. */
export interface LockPlace {
  /** The machine. */
  readonly host: string;
  /** Since its last start; '' where the system does not tell. */
  readonly boot: string;
  /** The PID namespace, of a container say; '' where the system has none. */
  readonly pids: string;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
};

function namespaceOfPids(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** The place of this process. */
export function lockPlace(): LockPlace {
  return {
    host: [hostname(), read('/etc/machine-id')].filter((part) => part !== '').join(' '),
    boot: read('/proc/sys/kernel/random/boot_id'),
    pids: namespaceOfPids(),
  };
}
