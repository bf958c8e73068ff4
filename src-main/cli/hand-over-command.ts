import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import {
  asTerraform,
  asText,
  asZone,
  type DnsTarget,
  isYetToBeSaid,
  targetsOf,
} from '@shared/domain/dns-hand-out';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { Option } from 'commander';
import type { AddCommand, Run, Shared } from './shared-options';

const forms = ['text', 'zone', 'terraform'] as const;
type Form = (typeof forms)[number];

interface HandOut {
  readonly recordId: string;
  readonly name: string;
  readonly text: string;
  readonly records: readonly DnsTarget[];
}

/** What a customer’s IT has to enter in its DNS. */
export function addHandOverCommand(command: AddCommand, run: Run): void {
  command('hand-over <domain>', 'the DNS records that a domain needs, for whoever keeps its DNS')
    .addOption(new Option('--as <form>', 'for whom').choices(forms).default('text'))
    .action((domain: string, options: Shared & { readonly as: Form }) =>
      run<object | string>(options, async (engine) => {
        const out = await handOver(engine, domain, options.as);
        return out.ok && !options.json ? success(out.value.text) : out;
      }),
    );
}

/** Of a domain, or of one that is announced: by its id, or by its name. */
export async function handOver(engine: Engine, domain: string, form: Form): Promise<Result<HandOut>> {
  const found = await recordsOf(engine, domain);
  if (!found.ok) return found;
  const [record, other] = found.value;
  if (record === undefined || other !== undefined)
    return failure(
      record === undefined ? 'not-found' : 'invalid-input',
      record === undefined
        ? `There is no domain "${domain}" here.`
        : `Several domains are called "${domain}".`,
      'Name one by its id: list domain, or list domainIntent.',
    );
  const records = targetsOf(record);
  const name = labelOf('domain', record, '');
  if (isYetToBeSaid(record) || records.length === 0)
    return failure(
      'not-found',
      `The service has not said which records ${name} needs.`,
      'Apply what is staged of it, then pull.',
    );
  const text = { text: asText, zone: (of: typeof records) => asZone(name, of), terraform: asTerraform }[form](
    records,
  );
  return success({ recordId: record.id, name, text: text.trimEnd(), records });
}

/** An announcement counts where there is no domain, and as long as something may come of it. A name may be written as DNS does: in capitals, with its dot. */
async function recordsOf(engine: Engine, domain: string): Promise<Result<readonly StoredRecord[]>> {
  const plain = domain.replace(/\.$/, '').toLowerCase();
  const asked = [['id', domain], ['name', domain], ...(plain === domain ? [] : [['name', plain]])] as const;
  for (const entity of ['domain', 'domainIntent'] as const)
    for (const [field = '', value = ''] of asked) {
      const page = await engine.call('page', {
        entity,
        where: [{ field, op: 'eq', value }],
        limit: 50,
      });
      if (!page.ok) return page;
      const rows = page.value.rows as StoredRecord<typeof entity>[];
      const open = rows.filter(
        (row) => row.state !== 'gone' && !('status' in row && row.status !== 'pending'),
      );
      if (open.length > 0) return success(open);
    }
  return success([]);
}
