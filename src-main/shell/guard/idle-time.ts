export interface IdleTime {
  /** A key or a click came to this app. */
  input(): void;
  /** Since the last key or click, in this app or, where the system tells, in any; to be asked every few seconds. */
  seconds(): number;
}

/**
 * How long nobody sat at the machine. Where a system cannot tell, it says 0 whenever it is asked (Wayland without the portal, a remote
 * session): its word counts once it has said more than 0 since this app's last input, as it does between any two keys of somebody who
 * works in another program. `now` in ms, `system` in whole seconds.
 */
export function createIdleTime(now: () => number, system: () => number): IdleTime {
  let last = now();
  let told = false;
  return {
    input() {
      last = now();
      told = false;
    },
    seconds() {
      const own = (now() - last) / 1_000;
      const said = system();
      told ||= said > 0;
      return told ? Math.min(said, own) : own;
    },
  };
}
