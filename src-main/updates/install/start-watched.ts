import { spawn } from 'node:child_process';

/**
 * Waits until the process that put the new version in place has ended, starts it, and looks whether it shows a window; if it ends before,
 * or shows none in time, the former file is put back and started. A shell does so: nothing of either version has to work for it.
 *
 *     $1 process to wait for   $2 installed file   $3 former file, or nothing   $4 file that says it works   $5 tenths of a second
 */
const script = `
while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
if [ -z "$3" ]; then exec "$2"; fi
"$2" &
new=$!
left=$5
while [ "$left" -gt 0 ]; do
  [ -e "$4" ] && exit 0
  kill -0 "$new" 2>/dev/null || break
  sleep 0.1
  left=$((left - 1))
done
[ -e "$4" ] && exit 0
kill -9 "$new" 2>/dev/null
cp -p "$3" "$2.former" && mv -f "$2.former" "$2" && exec "$2"
`;

export interface Watched {
  /** Process id that must end first. */
  readonly after: number;
  /** What is started. */
  readonly installed: string;
  /** What is put back where that shows no window; null: nothing is watched. */
  readonly former: string | null;
  /** Appears once a window was shown. */
  readonly proof: string;
  readonly patienceMs: number;
  /** Folder to stand in: that of an AppImage goes with its process. */
  readonly folder: string;
}

/** Starts a version behind this process, which may end at once. POSIX systems only. */
export function startWatched({ after, installed, former, proof, patienceMs, folder }: Watched): void {
  const words = [String(after), installed, former ?? '', proof, String(Math.ceil(patienceMs / 100))];
  const child = spawn('/bin/sh', ['-c', script, 'tenantry-update', ...words], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
}
