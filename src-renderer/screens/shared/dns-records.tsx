import { Button, Menu, Portal } from '@mantine/core';
import { shell } from '@renderer/bridge/shell';
import { useOperation } from '@renderer/bridge/use-operation';
import { copyText } from '@renderer/state/copy-text';
import { notifyFailure } from '@renderer/state/notify';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { DnsLook } from '@shared/contract/customers';
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
import { t } from '@shared/language/t';
import { ChevronDown, Copy, Download, Printer, Radar } from 'lucide-react';
import { useState } from 'react';
import classes from './dns-records.module.css';

/** The records that a domain needs, what was found there, and ways to hand them over to whoever keeps its DNS. */
export function DnsRecords({ record }: { readonly record: StoredRecord }) {
  const targets = targetsOf(record);
  const { run, busy, failure } = useOperation('lookUpDns');
  const [looks, setLooks] = useState<readonly DnsLook[]>([]);
  const name = labelOf('domain', record, '');
  if (isYetToBeSaid(record))
    return (
      <InspectorSection title={t('DNS records')}>
        <p className={classes.aside}>
          {t('The service says which records {name} needs once this is reconciled.', { name })}
        </p>
      </InspectorSection>
    );
  const records = t('{count, number} DNS records', { count: targets.length });
  const save = async (ending: string, text: string): Promise<void> => {
    const saved = await shell.call('saveText', { fileName: `${name}.${ending}`, text });
    if (!saved.ok) notifyFailure(saved.error);
  };
  const lookUp = async (): Promise<void> => {
    const found = await run({ recordId: record.id });
    setLooks(found.ok ? found.value.records : []);
  };
  return (
    <InspectorSection title={t('DNS records')} count={targets.length}>
      <ul className={classes.list}>
        {targets.map((target) => (
          <Target
            key={target.host}
            target={target}
            look={looks.find(({ host, expected }) => host === target.host && expected === target.value)}
          />
        ))}
      </ul>
      {failure && <InlineFailure failure={failure} />}
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<Copy size={13} aria-hidden />}
          onClick={() => void copyText(asText(targets), records)}
        >
          {t('Copy as text')}
        </Button>
        <Button
          variant="default"
          loading={busy}
          leftSection={<Radar size={13} aria-hidden />}
          onClick={() => void lookUp()}
        >
          {t('Look up from here')}
        </Button>
        <Menu>
          <Menu.Target>
            <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
              {t('Hand over')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<Download size={13} aria-hidden />}
              onClick={() => void save('zone', asZone(name, targets))}
            >
              {t('Save a zone file…')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Copy size={13} aria-hidden />}
              onClick={() => void copyText(asTerraform(targets), t('{records} for Terraform', { records }))}
            >
              {t('Copy for Terraform')}
            </Menu.Item>
            <Menu.Item leftSection={<Printer size={13} aria-hidden />} onClick={() => window.print()}>
              {t('Print a page…')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Portal>
        <PrintedPage name={name} targets={targets} />
      </Portal>
    </InspectorSection>
  );
}

/** What this machine saw, beside what the service says. */
const seen = ({ outcome, found, why }: DnsLook): string => {
  switch (outcome) {
    case 'as-expected':
      return t('Seen from here: as it should be.');
    case 'other':
      return t('Seen from here: it leads to {found}.', { found: found.join(', ') });
    case 'addresses':
      return t('Seen from here: addresses and no CNAME ({found}).', { found: found.join(', ') });
    case 'nothing':
      return t('Seen from here: nothing.');
    case 'no-answer':
      return t('From here no name server told ({why}): that says nothing of the record.', { why });
  }
};

function Target({ target, look }: { readonly target: DnsTarget; readonly look: DnsLook | undefined }) {
  const { host, value, required, found, verified, hints } = target;
  return (
    <li className={classes.item}>
      <span className={classes.line}>
        <code>{host}</code>
        {found !== undefined && required && (
          <StateMark
            kind={verified ? 'applied' : 'unverified'}
            word={verified ? t('Verified') : t('To do')}
          />
        )}
        {!required && <span className={classes.aside}>{t('not required')}</span>}
      </span>
      <span className={classes.aside}>
        → <code>{value}</code>
      </span>
      {found !== undefined && !verified && (
        <span className={classes.why}>
          {hints.join(' ') ||
            (found.length === 0
              ? t('Nothing was found there.')
              : t('Found: {found}', { found: found.join(', ') }))}
        </span>
      )}
      {look !== undefined && (
        <span className={look.outcome === 'as-expected' ? classes.aside : classes.why}>{seen(look)}</span>
      )}
    </li>
  );
}

interface PrintedPageProps {
  readonly name: string;
  readonly targets: readonly DnsTarget[];
}

/** What is on paper, and only there: everything else of the window is left out (`app/styles/print.css`). */
function PrintedPage({ name, targets }: PrintedPageProps) {
  return (
    <section data-printed>
      <h1>{t('DNS records of {name}', { name })}</h1>
      <p>
        {t(
          'Please add these CNAME records where the DNS of {name} is kept. They may take up to 48 hours to be seen.',
          { name },
        )}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Type')}</th>
            <th scope="col">{t('Name')}</th>
            <th scope="col">{t('Leads to')}</th>
            <th scope="col">{t('Needed')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ host, value, required }) => (
            <tr key={host}>
              <td>CNAME</td>
              <td>{host}</td>
              <td>{value}</td>
              <td>{required ? t('yes') : t('no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
