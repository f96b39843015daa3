#!/usr/bin/env node
import { join } from 'node:path';
import { processHost } from './processHost.ts';
import { run } from './run.ts';
import { unsupportedNode } from './unsupportedNode.ts';

const refusal = unsupportedNode(process.version);
if (refusal === undefined) {
  void run(process.argv.slice(2), processHost(join(import.meta.dirname, '../..'))).then((code) => {
    // Not process.exit(), which loses output that isn't written yet.
    process.exitCode = code;
  });
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
