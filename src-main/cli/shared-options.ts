import type { Engine } from '@main/engine/engine';
import type { Result } from '@shared/contract/failure';
import type { Command } from 'commander';

/** What every command that opens a workspace is given. */
export interface Shared {
  readonly dir: string;
  readonly json?: boolean;
}

/** Opens the workspace, does the work and reports. `code`: exit code of what went well; `told`: what of it is printed. */
export type Run = <T>(
  options: Shared,
  work: (engine: Engine) => Promise<Result<T>>,
  code?: (value: T) => number,
  told?: (value: T) => unknown,
) => Promise<void>;

/** A new command with the options of `Shared`. */
export type AddCommand = (words: string, description: string) => Command;

/** What a group of commands (`access …`) is added to. */
export interface Program {
  readonly program: Command;
  readonly withFolder: (made: Command, description: string) => Command;
  readonly run: Run;
}
