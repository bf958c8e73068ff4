import { program } from '@main/cli/create-program';
import type { Command, CommanderError, Option } from 'commander';
import { describe, expect, it } from 'vitest';

interface Leaf {
  readonly path: readonly string[];
  readonly command: Command;
}

let said = '';
/** Every command of the table, which throws where it would end the process. */
function leavesOf(command: Command, path: readonly string[] = []): readonly Leaf[] {
  command.exitOverride().configureOutput({
    writeErr: (text) => {
      said += text;
    },
  });
  if (command.commands.length === 0) return [{ path, command }];
  return command.commands.flatMap((each) => leavesOf(each, [...path, each.name()]));
}

const leaves = leavesOf(program);
const valued = leaves.flatMap(({ path, command }) =>
  command.options.filter(({ required }) => required).map((option) => ({ path, command, option })),
);
const flagOf = ({ long }: Option): string => String(long);

/** What a command says to a value before it does anything. */
async function refusal({ path, command }: Leaf, words: readonly string[]): Promise<string> {
  said = '';
  const given = command.registeredArguments.filter(({ required }) => required).map(() => 'x');
  const hasFolder = command.options.some((option) => flagOf(option) === '--dir');
  const folder = hasFolder && !words.some((word) => word.startsWith('--dir')) ? ['--dir', '/nowhere'] : [];
  try {
    await program.parseAsync(['node', 'tenantry', ...path, ...folder, ...given, ...words]);
  } catch (error) {
    return `${(error as CommanderError).code} ${said}`;
  }
  return 'went on';
}

describe('an option that is given without a text is refused in every command, and says what it takes', () => {
  it.each(
    valued
      .filter(({ option }) => option.attributeName() !== 'note')
      .flatMap(({ path, command, option }) =>
        ['', ' '].map((blank) => ({
          name: [...path, flagOf(option), JSON.stringify(blank)].join(' '),
          path,
          command,
          option,
          blank,
        })),
      ),
  )('$name', async ({ path, command, option, blank }) => {
    const told = await refusal({ path, command }, [`${flagOf(option)}=${blank}`]);
    expect(told).toContain(flagOf(option));
    expect(told).toMatch(/is empty \(.{4,}\)\. Give a value|is invalid\. .{8,}/s);
  });
});

it('an argument that is empty is refused in every command that takes one', async () => {
  const taking = leaves.filter(({ command }) => command.registeredArguments.some(({ required }) => required));
  expect(taking.length).toBeGreaterThan(20);
  for (const { path, command } of taking) {
    said = '';
    const musts = command.options
      .filter(({ mandatory }) => mandatory)
      .flatMap((option) => [flagOf(option), 'x']);
    const blanks = command.registeredArguments.map(() => '');
    const run = program.parseAsync(['node', 'tenantry', ...path, ...musts, ...blanks]);
    await expect(run, path.join(' ')).rejects.toMatchObject({ code: 'commander.error' });
    expect(said).toMatch(/argument '.+' is empty/);
  }
});

it('what is written is a file, never standard output', async () => {
  const written = valued.filter(({ option }) =>
    ['out', 'refused', 'bundle', 'signed'].includes(option.attributeName()),
  );
  expect(written.length).toBeGreaterThanOrEqual(7);
  for (const { path, command, option } of written)
    expect(await refusal({ path, command }, [flagOf(option), '-'])).toContain('It must name a file');
  for (const name of ['backup', 'snapshot', 'staged-edits'])
    await expect(
      program.parseAsync(['node', 'tenantry', name, '--dir', '/nowhere', '-']),
    ).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
});

it.each([
  ['list', 'user', '--limit', '0', 'It must be 1 to 500'],
  ['list', 'user', '--limit', '501', 'It must be 1 to 500'],
  ['list', 'user', '--offset', '99999999999999999999', 'whole number of 9007199254740991'],
  ['history', '--limit', '0d', 'whole number'],
  ['export', 'user', '--out', 'x', '--columns', ',', 'with a comma between'],
  ['export', 'user', '--out', 'x', '--columns', 'id,,name', 'with a comma between'],
  ['accept-finding', 'x', '--until', '0d', 'It must be a day or a time'],
  ['access', 'difference', '--from', '0d', 'ISO 8601'],
  ['fleet', 'apply', '--baseline', 'x', '--wave', ',', 'such as'],
  ['pools', 'copy', '--most-calls', '0', '1 or more'],
])('an odd value is refused with what is possible: %s %s %s %s', async (...words) => {
  const means = words.at(-1) ?? '';
  said = '';
  const run = program.parseAsync(['node', 'tenantry', ...words.slice(0, -1), '--dir', '/nowhere']);
  await expect(run).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  expect(said).toContain(means);
});
