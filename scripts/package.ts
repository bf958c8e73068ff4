import { buildApp } from './build';
import { packageApp } from './package/package-app';

await buildApp();
await packageApp();
