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
          patterns: patterns.map(({ group, message, allowTypeImports = false }) => ({
            group,
            message,
            allowTypeImports,
          })),
        },
      ],
    },
  };
}

const connection = {
  group: ['vscode-jsonrpc', 'vscode-jsonrpc/*', '**/connection/**'],
  message: 'Only server.ts and the entries know the connection; use vscode-languageserver-types.',
};
const protocol = {
  group: ['vscode-languageserver-protocol', 'vscode-languageserver-protocol/*'],
  message: 'For its types only: the server does not carry the code of the whole protocol.',
  allowTypeImports: true,
};
const platform = { group: ['node:*'], message: 'The portable core has no Node; put it into node/.' };
const editor = { group: ['vscode'], message: 'No vscode here: what is needed is passed in.' };
const editorAtRunTime = {
  ...editor,
  message: 'Types only: ask through a port that is passed in.',
  allowTypeImports: true,
};
const server = { group: ['**/server/src/**'], message: 'The client knows the server by its protocol.ts only.' };

export default tseslint.config(
  { ignores: ['dist/', '**/generated/', '.cache/', 'test-results/', '*.vsix'] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
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
  forbidImports(
    ['server/src/documents/**'],
    [
      connection,
      platform,
      editor,
      {
        group: ['**/schema/**', '**/schedule/**', '**/rules/**', '**/features/**'],
        message: 'documents/ is the lowest layer.',
      },
    ],
  ),
  forbidImports(
    ['server/src/schema/**'],
    [
      connection,
      platform,
      editor,
      { group: ['**/schedule/**', '**/rules/**', '**/features/**'], message: 'schema/ is below all but documents/.' },
    ],
  ),
  forbidImports(
    ['server/src/schedule/**'],
    [
      connection,
      platform,
      editor,
      { group: ['**/rules/**', '**/features/**'], message: 'schedule/ is below rules/ and features/.' },
    ],
  ),
  forbidImports(
    ['server/src/rules/**'],
    [connection, platform, editor, { group: ['**/features/**'], message: 'rules/ is below features/.' }],
  ),
  forbidImports(
    ['server/src/features/*.ts'],
    [
      connection,
      platform,
      editor,
      { group: ['./*'], message: 'A feature does not know another; what they share goes a layer down.' },
    ],
  ),
  forbidImports(
    ['server/src/features/*/**'],
    [
      connection,
      platform,
      editor,
      { group: ['../*.ts'], message: 'A feature does not know another; what they share goes a layer down.' },
    ],
  ),
  forbidImports(
    ['server/src/connection/**'],
    [
      platform,
      editor,
      protocol,
      { group: ['vscode-jsonrpc/*'], message: 'The entries choose between Node and the browser.' },
      {
        group: ['../*/**', '../server.ts'],
        message: 'connection/ knows the methods, and nothing of what answers them.',
      },
    ],
  ),
  forbidImports(
    ['server/src/*.ts'],
    [
      platform,
      editor,
      protocol,
      { group: ['vscode-jsonrpc', 'vscode-jsonrpc/*'], message: 'What is needed of it is in connection/.' },
      { group: ['./node/**', './browser/**'], message: 'The entries import server.ts, not the other way round.' },
    ],
  ),
  forbidImports(
    ['client/src/api/**'],
    [
      platform,
      editor,
      server,
      { group: ['../*'], message: 'api/ is HTTP alone and knows nothing of the rest of the client.' },
    ],
  ),
  ...[
    ['failures', 'connections', 'auth', 'submit', 'commands', 'views'],
    ['connections', 'auth', 'submit', 'commands', 'views'],
    ['auth', 'submit', 'commands', 'views'],
    ['submit', 'commands', 'views'],
    ['commands'],
  ].map(([folder, ...above]) =>
    forbidImports(
      [`client/src/${folder}/**`],
      [
        platform,
        editorAtRunTime,
        server,
        {
          group: above.map((other) => `../${other}/**`),
          message: `${folder}/ is below ${above.join('/, ')}/.`,
          allowTypeImports: folder === 'failures',
        },
      ].filter(({ group }) => group.length > 0),
      ['client/src/commands/index.ts', 'client/src/commands/handlers.ts'],
    ),
  ),
  forbidImports(
    ['client/src/preview/**'],
    [
      platform,
      editor,
      { group: ['**/commands/**', '**/views/**'], message: 'preview/ writes requests, and shows nothing.' },
    ],
  ),
  forbidImports(
    ['client/src/secrets/**'],
    [
      platform,
      editorAtRunTime,
      {
        group: [
          '**/server/src/server*',
          '**/server/src/features/**',
          '**/server/src/node/**',
          '**/server/src/browser/**',
        ],
        message:
          'secrets/ reads references and checks what they are filled in with: that needs documents/ and rules/ only.',
      },
    ],
  ),
  forbidImports(
    ['client/src/*.ts', 'client/src/language/**', 'client/src/prompts/**'],
    [
      platform,
      { group: ['**/server/src/*/**', '**/server/src/server*', '**/server/src/settings*'], message: server.message },
    ],
  ),
  forbidImports(
    ['test/service/**'],
    [
      {
        group: ['**/server/src/**', '**/client/src/**', '**/schemas/**'],
        message: 'The service reads the page, so that it checks the extension.',
      },
    ],
  ),
);
