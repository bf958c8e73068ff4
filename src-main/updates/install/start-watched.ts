import { spawn } from 'node:child_process';

/** Names the profile of a start. */
export const profileVariable = 'TENANTRY_USER_DATA';

/**
 * Waits until the process that put the new version in place has ended, starts it, and looks whether it shows a window; if it ends before,
 * or shows none in time, the former file is put back and started. A shell does so: nothing of either version has to work for it.
 *
 *     $1 process to wait for   $2 installed file   $3 former file, or nothing   $4 file that says it works   $5 tenths of a second
 *     from $6 on: words for what is started
 */
const script = `
after=$1 installed=$2 former=$3 proof=$4 left=$5
shift 5
while kill -0 "$after" 2>/dev/null; do sleep 0.1; done
if [ -z "$former" ]; then exec "$installed" "$@"; fi
"$installed" "$@" &
new=$!
while [ "$left" -gt 0 ]; do
  [ -e "$proof" ] && exit 0
  kill -0 "$new" 2>/dev/null || break
  sleep 0.1
  left=$((left - 1))
done
[ -e "$proof" ] && exit 0
kill -9 "$new" 2>/dev/null
cp -p "$former" "$installed.former" && mv -f "$installed.former" "$installed" && exec "$installed" "$@"
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
  /** Folder of the profile in use, to stand in: that of an AppImage goes with its process. */
  readonly profile: string;
}

/**
 * Starts a version behind this process, which may end at once: on the same profile, where it is waited for, and with the same switches, without
 * which a machine may show no window. A link is not opened twice. POSIX systems only.
 */
export function startWatched({ after, installed, former, proof, patienceMs, profile }: Watched): void {
  const words = [String(after), installed, former ?? '', proof, String(Math.ceil(patienceMs / 100))];
  const switches = process.argv.filter((word) => /^--\w/.test(word) && !word.startsWith('--user-data-dir'));
  const child = spawn('/bin/sh', ['-c', script, 'tenantry-update', ...words, ...switches], {
    cwd: profile,
    env: { ...process.env, [profileVariable]: profile },
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
}
