import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** A block that forbids imports in a folder; `message` names the right place. */
function forbidImports(files, patterns, ignores = []) {
  return {
    files,
    ignores,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: patterns.map(({ allowTypeImports = false, ...pattern }) => ({ ...pattern, allowTypeImports })),
        },
      ],
    },
  };
}

/** The layers of the language service, the lowest first: each knows those below it, and none above. */
const languageLayers = ['documents', 'schema', 'schedule', 'secrets', 'rules', 'features'];

/**
 * The layers of the client, the lowest first: each knows those below it, and none above. `services.ts` builds the services
 * from the layers below; those above use them.
 */
const clientLayers = [
  'api',
  'prompts',
  'redaction',
  'connections',
  'failures',
  'state',
  'auth',
  'secrets',
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
const server = {
  regex: 'server/src/(?!protocol\\.ts$)',
  message: 'Client and server share protocol.ts alone; what both need is in language/.',
};
const consumers = {
  group: ['**/client/src/**', '**/server/src/**'],
  message: 'language/ is imported by client/ and server/, and imports neither.',
};

const languageImports = [connection, platform, editor, consumers];

/** The layers of the language server, the lowest first. */
const serverLayers = ['client', 'state', 'requests'];

const serverImports = [
  platform,
  editor,
  { group: ['**/client/src/**'], message: 'The server does not know its client.' },
  { group: ['**/node/**', '**/browser/**'], message: 'The entries import server.ts, not the other way round.' },
];

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
  ...languageLayers.map((layer, index) =>
    forbidImports(
      [`language/src/${layer}/**`],
      [
        ...languageImports,
        ...languageLayers.slice(index + 1).map((above) => ({
          group: [`**/${above}/**`],
          message: `${layer}/ is below ${above}/.`,
        })),
      ],
    ),
  ),
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
  forbidImports(['language/src/failures/**'], languageImports),
  forbidImports(['server/src/**'], serverImports, ['server/src/node/**', 'server/src/browser/**']),
  ...serverLayers.map((layer, index) =>
    forbidImports(
      [`server/src/${layer}/**`],
      [
        ...serverImports,
        { group: ['**/server.ts'], message: `${layer}/ is below server.ts.` },
        ...serverLayers.slice(index + 1).map((above) => ({
          group: [`../${above}/**`],
          message: `${layer}/ is below ${above}/.`,
        })),
      ],
    ),
  ),
  ...clientLayers.map((layer, index) =>
    forbidImports(
      [layer.endsWith('.ts') ? `client/src/${layer}` : `client/src/${layer}/**`],
      [
        platform,
        server,
        ...(editorLayers.includes(layer) ? [] : [independentLayers.includes(layer) ? editor : editorAtRunTime]),
        ...clientLayers.slice(index + 1).map((above) => ({
          group: above.endsWith('.ts') ? [`../${above}`, `./${above}`] : [`../${above}/**`, `./${above}/**`],
          message: `${layer} is below ${above}.`,
        })),
      ],
    ),
  ),
  forbidImports(['client/src/commands/index.ts', 'client/src/commands/handlers.ts'], [platform, server]),
  forbidImports(
    ['test/service/**'],
    [
      {
        group: ['**/language/src/**', '**/server/src/**', '**/client/src/**', '**/schemas/**'],
        message: 'The service reads the page, so that it checks the extension.',
      },
    ],
  ),
);
