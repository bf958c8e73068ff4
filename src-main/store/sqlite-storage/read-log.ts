import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isThere } from './is-there';
import { isSealed, PAGE_SIZE } from './page-seal';

const WAL_HEADER = 32;
const FRAME_HEADER = 24;
const FRAME = FRAME_HEADER + PAGE_SIZE;

/** What the bytes of a write-ahead log say. */
export interface LogReading {
  readonly frames: number;
  /** The first frame from which on SQLite will not read, though the log goes on; frames count from 0. */
  readonly brokenFrom: number | undefined;
  /** Frames of the current log whose page fails its seal. */
  readonly damagedFrames: readonly number[];
}

type Sums = readonly [number, number];

/** SQLite's running checksum (file format, section 4.2), over big- or little-endian words. */
function checksum(bytes: Buffer, big: boolean, [first, second]: Sums): Sums {
  let a = first;
  let b = second;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

function agrees([a, b]: Sums, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;
}

/** Reads the log beside a closed database file, and changes nothing. */
export function readLog(path: string, macKey: Uint8Array): LogReading {
  const none: LogReading = { frames: 0, brokenFrom: undefined, damagedFrames: [] };
  if (!isThere(`${path}-wal`)) return none;
  const file = openSync(`${path}-wal`, 'r');
  try {
    const { size } = fstatSync(file);
    const frames = Math.max(0, Math.floor((size - WAL_HEADER) / FRAME));
    if (frames === 0) return none;
    const header = Buffer.alloc(WAL_HEADER);
    readSync(file, header, 0, WAL_HEADER, 0);
    const big = (header.readUInt32BE(0) & 1) === 1;
    let sums = checksum(header.subarray(0, 24), big, [0, 0]);
    let brokenFrom = agrees(sums, header, 24) ? undefined : 0;
    const damagedFrames: number[] = [];
    const frame = Buffer.alloc(FRAME);
    for (let index = 0; index < frames; index += 1) {
      readSync(file, frame, 0, FRAME, WAL_HEADER + index * FRAME);
      if (!frame.subarray(8, 16).equals(header.subarray(16, 24)) && brokenFrom === undefined) break;
      const page = frame.subarray(FRAME_HEADER);
      if (!isSealed(page, frame.readUInt32BE(0), macKey)) damagedFrames.push(index);
      sums = checksum(page, big, checksum(frame.subarray(0, 8), big, sums));
      if (brokenFrom === undefined && !agrees(sums, frame, 16)) brokenFrom = index;
    }
    return { frames, brokenFrom, damagedFrames };
  } finally {
    closeSync(file);
  }
}
