import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../server.ts';

// Reads `--stdio`, `--node-ipc` and the like from the command line.
startServer(createConnection(ProposedFeatures.all));
