import { readdirSync } from 'node:fs';
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** A block that forbids imports in some files; each pattern's `message` names the right place. */
function forbidImports(files, patterns) {
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: patterns.map(({ allowTypeImports = false, ...pattern }) => ({ ...pattern, allowTypeImports })) },
      ],
    },
  };
}

/**
 * A block for each layer of a package, the lowest first: each knows those below it, and none above, nor the entries
 * that start it all on a platform. Throws for a folder that isn't a layer, so that none is forgotten.
 */
function forbidLayersAbove(folder, layers, patternsOf) {
  const missing = readdirSync(folder).filter((name) => ![...layers, ...entries, 'generated'].includes(name));
  if (missing.some((name) => !name.endsWith('.json'))) throw new Error(`No layer of ${folder}: ${missing.join(', ')}`);
  return layers.map((layer, index) =>
    forbidImports(
      [layer.endsWith('.ts') ? `${folder}/${layer}` : `${folder}/${layer}/**`],
      [
        ...patternsOf(layer),
        ...[...layers.slice(index + 1), ...entries].map((above) => ({
          // With src/ behind it, it is the package of that name.
          regex: above.endsWith('.ts') ? `^\\.{1,2}/(?:\\.\\./)*${above}$` : `^\\.{1,2}/(?:\\.\\./)*${above}/(?!src/)`,
          message: `${layer} is below ${above}.`,
        })),
      ],
    ),
  );
}

/** The folders that start a package on a platform. */
const entries = ['node', 'browser'];

const languageLayers = [
  'joining.ts',
  'locale.ts',
  'failures',
  'documents',
  'schema',
  'schedule',
  'secrets',
  'watch',
  'conversion',
  'rules',
  'configuration',
  'features',
];

const serverLayers = ['protocol.ts', 'lsp.ts', 'client', 'state', 'requests', 'server.ts'];

/** `services.ts` builds the services from the layers below; those above use them. */
const clientLayers = [
  'api',
  'storage',
  'prompts',
  'redaction',
  'connections',
  'failures',
  'state',
  'auth',
  'secrets',
  'watch',
  'instance',
  'editor',
  'environment.ts',
  'services.ts',
  'submit',
  'jobs',
  'preview',
  'language',
  'views',
  'commands',
  'extension.ts',
];
/** The layers of the client that use VS Code at run time. The others have its types only, so that tests run them without it. */
const editorLayers = ['prompts', 'editor', 'language', 'views', 'extension.ts'];
/** The layers that don't have its types either. */
const independentLayers = ['api', 'redaction', 'failures', 'preview'];

const platform = { group: ['node:*'], message: 'The portable core has no Node; put it into node/.' };
const editor = { group: ['vscode'], message: 'No vscode here: what is needed is passed in.' };
const editorAtRunTime = {
  ...editor,
  message: 'Types only: what is needed of the editor is passed in.',
  allowTypeImports: true,
};
const connection = {
  group: ['vscode-languageserver', 'vscode-languageserver/*', 'vscode-jsonrpc', 'vscode-jsonrpc/*'],
  message: 'Only server/ knows the connection; use vscode-languageserver-types.',
};
const lspAtRunTime = {
  regex: '^vscode-languageserver$',
  message: 'Import values from lsp.ts, which says why.',
  allowTypeImports: true,
};
const platformConnection = {
  group: ['vscode-languageserver/*'],
  message: 'The entries make the connection of a platform; use vscode-languageserver.',
};
const languageClient = {
  group: ['vscode-languageclient', 'vscode-languageclient/*'],
  message: 'Only client/ has a language client.',
};
const languageClientAtRunTime = {
  ...languageClient,
  message: 'Types only: the entries make the language client.',
  allowTypeImports: true,
};
const serverFolder = {
  regex: '/server/src/(?!protocol\\.ts$)',
  message: 'Client and server share protocol.ts alone; what both need is in language/.',
};
const clientFolder = { regex: '/client/src/', message: 'Nothing below the client knows it.' };
const anyServerFolder = { regex: '/server/src/', message: 'language/ is imported by server/, and does not import it.' };
const development = {
  regex: '^(?:\\.\\./)+(?:scripts|test)/',
  message: 'What is shipped knows neither scripts nor tests.',
};

const cliLayers = [
  'host.ts',
  'failure.ts',
  'locale.ts',
  'unsupportedNode.ts',
  'packageVersion.ts',
  'output',
  'arguments',
  'files',
  'checking',
  'report',
  'connection',
  'services',
  'deploying',
  'running',
  'commands',
  'proxiedFetch.ts',
  'processHost.ts',
  'run.ts',
  'main.ts',
];

const languageImports = [connection, languageClient, platform, editor, clientFolder, anyServerFolder, development];
const serverImports = [languageClient, editor, clientFolder, development];
const cliImports = [
  connection,
  languageClient,
  editor,
  { regex: '/server/src/', message: 'The language server is a process of its own.' },
  {
    regex: '/client/src/(?:editor|language|views|commands|browser|extension\\.ts)',
    message: 'The command line has the services of the client, and nothing of the editor.',
    allowTypeImports: true,
  },
  development,
];
const clientImports = [connection, serverFolder, development];

function clientImportsOf(layer) {
  const vscode = independentLayers.includes(layer) ? editor : editorAtRunTime;
  return [...clientImports, platform, languageClientAtRunTime, ...(editorLayers.includes(layer) ? [] : [vscode])];
}

export default tseslint.config(
  { ignores: ['dist/', '**/generated/', '.cache/', 'test-results/', '*.vsix'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          'language/tsconfig.json',
          'server/tsconfig.json',
          'server/src/*/tsconfig.json',
          'client/tsconfig.json',
          'client/src/*/tsconfig.json',
          'cli/tsconfig.json',
          'scripts/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['**/*.mjs', '**/*.mts'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.mjs'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
  { files: ['scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
  ...forbidLayersAbove('language/src', languageLayers, () => languageImports),
  forbidImports(
    ['language/src/features/*.ts'],
    [
      ...languageImports,
      {
        group: ['./*', '!./codeActionCommands.ts'],
        message: 'A feature does not know another; what they share goes a layer down.',
      },
    ],
  ),
  forbidImports(
    ['language/src/features/*/**'],
    [
      ...languageImports,
      { group: ['../*.ts'], message: 'A feature does not know another; what they share goes a layer down.' },
    ],
  ),
  ...forbidLayersAbove('server/src', serverLayers, (layer) => [
    ...serverImports,
    platform,
    platformConnection,
    ...(layer === 'lsp.ts' ? [] : [lspAtRunTime]),
  ]),
  forbidImports(
    ['server/src/protocol.ts'],
    [...serverImports, platform, connection, { regex: '^\\.', message: 'The protocol knows nothing of ours.' }],
  ),
  forbidImports(
    ['server/src/node/**'],
    [...serverImports, { regex: '^\\.\\./browser/', message: 'One platform does not know the other.' }],
  ),
  forbidImports(
    ['server/src/browser/**'],
    [...serverImports, platform, { regex: '^\\.\\./node/', message: 'One platform does not know the other.' }],
  ),
  ...forbidLayersAbove('cli/src', cliLayers, () => cliImports),
  ...forbidLayersAbove('client/src', clientLayers, clientImportsOf),
  // They register the commands with the editor, and give them what is the editor's.
  forbidImports(
    ['client/src/commands/index.ts', 'client/src/commands/handlers.ts'],
    [
      ...clientImports,
      platform,
      languageClientAtRunTime,
      { group: ['../extension.ts', '../node/**', '../browser/**'], message: 'commands is below extension.ts.' },
    ],
  ),
  forbidImports(
    ['client/src/node/**'],
    [...clientImports, { regex: '^\\.\\./browser/', message: 'One platform does not know the other.' }],
  ),
  forbidImports(
    ['client/src/browser/**'],
    [...clientImports, platform, { regex: '^\\.\\./node/', message: 'One platform does not know the other.' }],
  ),
  forbidImports(
    ['test/service/**'],
    [
      {
        group: ['**/language/src/**', '**/server/src/**', '**/client/src/**', '**/schemas/**', '**/scripts/**'],
        message: 'The service reads the page, so that it checks the extension.',
      },
    ],
  ),
);
