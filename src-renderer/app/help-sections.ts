import type { CommandData } from '@shared/contract/command-data';
import { type CommandId, commands } from '@shared/contract/commands';
import { isScreenIn, screenTable } from '@shared/contract/screens';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';

interface HelpSection {
  readonly title: string;
  readonly lines: readonly {
    readonly id: CommandId;
    /** Each does it: `U`, `Ctrl Z`. */
    readonly keys: readonly string[];
    readonly what: string;
  }[];
}

/** All keys of the table of commands, by where they mean something; screens that a workspace does not have are left out. */
export function helpSections(scenario: Scenario | undefined): readonly HelpSection[] {
  const here = new Set<string>(
    screenTable.filter((screen) => isScreenIn(screen, scenario)).map(({ name }) => `go:${name}`),
  );
  const section = (title: string, belongs: (id: CommandId, data: CommandData) => boolean): HelpSection => ({
    title,
    lines: [...commands].flatMap(([id, data]) => {
      const keys = [
        ...new Set([...(data.keys ?? []), ...(data.menu?.accelerator ? [data.menu.accelerator] : [])]),
      ];
      return belongs(id, data) && keys.length > 0 ? [{ id, keys, what: data.title }] : [];
    }),
  });
  const goes = (id: CommandId): boolean => id.startsWith('go:');
  return [
    section(t('Anywhere'), (id, { at }) => at === 'anywhere' && !goes(id)),
    section(t('Go to'), (id) => goes(id) && here.has(id)),
    section(t('In a table'), (_, { at }) => at === 'table'),
    section(t('On a page'), (_, { at }) => at === 'page'),
    section(t('In Changes'), (_, { at }) => at === 'changes'),
    section(t('In History'), (_, { at }) => at === 'history'),
    section(t('In an access review'), (_, { at }) => at === 'reviews'),
  ];
}
