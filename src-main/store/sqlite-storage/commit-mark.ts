import { createHmac } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { uptime } from 'node:os';
import { isThere } from './is-there';
import { SALT_SIZE } from './page-seal';

/** What the mark beside a file remembers of the last acknowledged commit. */
export interface Mark {
  /** Commits so far, as the table `commits` counts them. */
  readonly commits: number;
  /** When the machine that wrote it was started, ms since 1970. */
  readonly bootedAt: number;
  /** The first bytes of the file, which its seals depend on. */
  readonly salt: Buffer;
}

const CHECK_SIZE = 16;
const BODY_SIZE = 16 + SALT_SIZE;
/** Two readings of a boot time differ by less than this. */
const SAME_BOOT_MS = 120_000;

export function markPath(path: string): string {
  return `${path}-mark`;
}

/** Keyed, so that a ruined file is not taken for one of another key. */
function checkOf(body: Uint8Array, key: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(body).digest().subarray(0, CHECK_SIZE);
}

function bootedAt(): number {
  return Date.now() - uptime() * 1000;
}

/** The mark beside a file; `undefined` when there is none that can be trusted, or another key made it. */
export function readMark(path: string, key: string): Mark | undefined {
  if (!isThere(markPath(path))) return undefined;
  const bytes = readFileSync(markPath(path));
  const body = bytes.subarray(0, BODY_SIZE);
  if (bytes.length !== BODY_SIZE + CHECK_SIZE || !checkOf(body, key).equals(bytes.subarray(BODY_SIZE)))
    return undefined;
  return { commits: body.readDoubleBE(0), bootedAt: body.readDoubleBE(8), salt: body.subarray(16) };
}

/** Whether the machine has run on since the mark was written: if so, no power cut can explain a missing commit. */
export function isOfThisBoot(mark: Mark): boolean {
  return Math.abs(mark.bootedAt - bootedAt()) < SAME_BOOT_MS;
}

/**
 * Notes every commit in a small file of its own. SQLite drops a damaged end of its log without a word; by the mark
 * that shows at the next opening.
 */
export class CommitMark {
  readonly #file: number;
  readonly #key: string;
  readonly #body = Buffer.alloc(BODY_SIZE);

  constructor(path: string, key: string, salt: Uint8Array) {
    this.#key = key;
    this.#file = openSync(markPath(path), constants.O_RDWR | constants.O_CREAT, 0o600);
    this.#body.writeDoubleBE(bootedAt(), 8);
    this.#body.set(salt, 16);
  }

  /** Never fails: the commit is done, and an older mark only notices less. */
  write(commits: number): void {
    this.#body.writeDoubleBE(commits, 0);
    try {
      writeSync(
        this.#file,
        Buffer.concat([this.#body, checkOf(this.#body, this.#key)]),
        0,
        BODY_SIZE + CHECK_SIZE,
        0,
      );
    } catch {
      // Said above.
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
