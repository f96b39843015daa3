import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { connectionFeatures, connectionOptions } from '../requests/connectionOptions.ts';
import { startServer } from '../server.ts';
import { createNextTurn } from './nextTurn.ts';

const [reader, writer] = [new BrowserMessageReader(self), new BrowserMessageWriter(self)];
startServer(createConnection(connectionFeatures, reader, writer, connectionOptions), createNextTurn());
