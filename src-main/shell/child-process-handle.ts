/** A child process as a supervisor sees it; Electron's utility process behind it, or a test's stand-in. */
export interface ChildProcessHandle<Message> {
  /** Undefined until it runs. */
  pid(): number | undefined;
  /** `transfer` holds MessagePorts. */
  postMessage(message: Message, transfer?: readonly unknown[]): void;
  onMessage(listener: (raw: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}
