import { buildApp } from './build';
import { packageApp } from './package-app';

await buildApp();
await packageApp();
