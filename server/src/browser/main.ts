import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../server.ts';

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
