import { buildApp } from './build';
import { packQa } from './qa-package/pack-qa';

await buildApp();
process.stdout.write(`${await packQa()}\n`);
