import { success } from '@shared/contract/failure';
import { type CopyForm, copyForms } from '@shared/domain/copy-as/copy-as';
import { Option } from 'commander';
import type { AddCommand, Run, Shared } from './shared-options';

/** What is staged, for whoever sends it otherwise. */
export function addCallsCommand(command: AddCommand, run: Run): void {
  command('calls', 'what is staged as a script of calls, the keys left as variables; secrets are left out')
    .addOption(new Option('--as <form>', 'for whom').choices([...copyForms]).default('curl'))
    .action((options: Shared & { readonly as: CopyForm }) =>
      run<object | string>(options, async (engine) => {
        const written = await engine.call('writtenCalls', { form: options.as });
        return written.ok && !options.json ? success(written.value.text.trimEnd()) : written;
      }),
    );
}
