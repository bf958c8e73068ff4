import type { Command } from 'commander';

/** A note that is empty takes out what was noted before. */
const mayBeEmpty: ReadonlySet<string> = new Set(['note']);

/**
 * An option or argument that is given without a text is refused, in every command: it is a variable that was not set in a script, and must not
 * mean "all", "none" or the current folder.
 */
export function refuseBlanks(command: Command): void {
  const refuse = (said: string, about: string, mustBe: boolean): never =>
    command.error(
      `error: ${said} is empty${about === '' ? '' : ` (${about})`}. Give a value${mustBe ? '' : ', or leave it out'}.`,
    );
  for (const option of command.options) {
    if (!option.required || mayBeEmpty.has(option.attributeName())) continue;
    command.on(`option:${option.name()}`, (value: unknown) => {
      if (isBlank(value)) refuse(`option '${option.flags}'`, option.description, option.mandatory);
    });
  }
  command.hook('preAction', (_, { args, registeredArguments }) => {
    const at = args.findIndex(isBlank);
    const argument = registeredArguments[at] ?? registeredArguments.at(-1);
    if (at !== -1 && argument)
      refuse(`argument '${argument.name()}'`, argument.description, argument.required);
  });
  for (const each of command.commands) refuseBlanks(each);
}

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';
