/** Why a sandbox could not start. */
export type SandboxErrorCode =
  | 'unknown_world'
  | 'bad_option'
  | 'data_dir_unusable'
  | 'world_mismatch'
  | 'port_in_use'
  | 'address_unusable';

/** An expected failure to start; `message` says what to do. Never holds a secret. */
export class SandboxError extends Error {
  constructor(
    readonly code: SandboxErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'SandboxError';
  }
}
