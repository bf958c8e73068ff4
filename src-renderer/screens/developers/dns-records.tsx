import { Button } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { copyText } from '@renderer/state/copy-text';
import { notifyFailure } from '@renderer/state/notify';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { readField } from '@shared/domain/field-path';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { Copy, Download } from 'lucide-react';
import classes from './machine-scopes.module.css';

interface Target {
  readonly host: string;
  readonly value: string;
  readonly required: boolean;
}

const targetsOf = (record: StoredRecord): readonly Target[] => {
  const held = readField(record, 'cnameTargets');
  if (!Array.isArray(held)) return [];
  return held.map((each) => {
    const { host, value, required } = each as Readonly<Record<string, unknown>>;
    return { host: String(host), value: String(value), required: required === true };
  });
};

const asText = (targets: readonly Target[]): string =>
  targets
    .map(({ host, value, required }) => `CNAME ${host} -> ${value}${required ? '' : ' (not required)'}`)
    .join('\n');

/** RFC 1035, section 5: names that end with a dot are whole. */
const asZone = (name: string, targets: readonly Target[]): string =>
  [`; ${name}`, ...targets.map(({ host, value }) => `${host}. 3600 IN CNAME ${value}.`), ''].join('\n');

/** The records that a domain needs, to be handed over to whoever keeps its DNS: as a text, or as a zone file. */
export function DnsRecords({ record }: { readonly record: StoredRecord }) {
  const targets = targetsOf(record);
  const name = labelOf('domain', record, '');
  const save = async (): Promise<void> => {
    const saved = await shell.call('saveText', { fileName: `${name}.zone`, text: asZone(name, targets) });
    if (!saved.ok) notifyFailure(saved.error);
  };
  return (
    <InspectorSection title="DNS records" count={targets.length}>
      <ul className={classes.list}>
        {targets.map(({ host, value, required }) => (
          <li key={host} className={classes.item}>
            <span>
              {host} → {value}
            </span>
            <span>{required ? 'required' : 'not required'}</span>
          </li>
        ))}
      </ul>
      <div className={classes.add}>
        <Button
          variant="default"
          leftSection={<Copy size={13} aria-hidden />}
          onClick={() => void copyText(asText(targets), `${targets.length} DNS records`)}
        >
          Copy as text
        </Button>
        <Button
          variant="default"
          leftSection={<Download size={13} aria-hidden />}
          onClick={() => void save()}
        >
          Save a zone file…
        </Button>
      </div>
    </InspectorSection>
  );
}
