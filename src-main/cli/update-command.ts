import { fileURLToPath } from 'node:url';
import { readBuildFacts } from '@main/updates/build-facts';
import type { Checked } from '@main/updates/feed/check-feed';
import { policyFileOf, readPolicy } from '@main/updates/policy';
import { failure, type Result, success } from '@shared/contract/failure';
import type { Command } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { exitCodes } from './exit-code';
import { authorityVariable, proxiedFetch } from './proxied-fetch';
import { report } from './report';

interface Options {
  readonly feed?: string;
  readonly key?: readonly string[];
  readonly json?: boolean;
  readonly ca?: string;
}

/** The project, and a package alike: this file lies two folders below it, built or not. */
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Adds what asks an update server; nothing is installed by it. */
export function addUpdateCommand(program: Command): void {
  program
    .command('update')
    .description('newer versions of Tenantry')
    .command('check')
    .description(
      'whether the update server has a newer version that is signed as it should be; installs nothing',
    )
    .option('--feed <url>', 'its address; without, that of this build')
    .option('--key <base64...>', 'an Ed25519 key to trust, as SPKI; without, those of this build')
    .option('--json', 'one JSON object on stdout')
    .option('--ca <file>', 'a certificate authority to trust beside those of Node, as PEM')
    .action(async ({ json = false, ...options }: Options) =>
      report(await check(options), json, ({ verdict }) =>
        // A newer version is something left to decide.
        verdict === 'newer' ? exitCodes.conflicts : exitCodes.done,
      ),
    );
}

async function check({ feed, key, ca }: Options) {
  const policy = readPolicy(policyFileOf(process.platform, process.env), process.env);
  if (policy?.mode === 'off')
    return failure('update-refused', `Nobody was asked. ${policy.says}`, 'Ask who runs this machine.');
  const read = readBuildFacts(root);
  const build = read !== null && 'feed' in read ? read : null;
  const facts = { feed: feed ?? build?.feed, keys: [...(key ?? build?.keys ?? [])] };
  if (facts.feed === undefined || facts.keys.length === 0) {
    return failure(
      'invalid-input',
      read !== null && 'damaged' in read
        ? `${read.damaged} Nobody was asked.`
        : 'This build has no update server of its own. Nobody was asked.',
      'Name its address by --feed, and by --key the key that it signs with.',
    );
  }
  if (ca !== undefined) process.env[authorityVariable] = ca;
  const ask = await proxiedFetch(process.env);
  if (!ask.ok) return ask;
  const { checkFeed } = await import('@main/updates/feed/check-feed');
  const { version } = manifest;
  // No machine and nothing seen: a script asks what is published, not whose turn it is.
  const here = { version, machine: '', seen: null, takenBack: null, ending: null };
  return told(await checkFeed(ask.value, { feed: facts.feed, keys: facts.keys }, here), version);
}

function told(checked: Result<Checked>, here: string) {
  if (!checked.ok) return checked;
  const { feed, verdict } = checked.value;
  return success({
    here,
    verdict: verdict.kind === 'current' ? ('current' as const) : ('newer' as const),
    version: feed.version,
    releaseDate: feed.releaseDate,
    stagingPercentage: feed.stagingPercentage,
    releaseNotes: feed.releaseNotes,
    files: feed.files.map(({ url, size, sha512 }) => ({ name: url, size, sha512 })),
  });
}
