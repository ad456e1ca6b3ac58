import tseslint from 'typescript-eslint';

/** What a folder of src/ may not import; STYLE.md's "who may import whom", one lock of three. */
const forbid = (files, patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map((p) => ({ group: p.group, message: p.message })) },
    ],
  },
});
const vscode = { group: ['vscode'], message: 'Only src/editor and src/extension.ts may import vscode.' };
const nodeBuiltins = {
  group: ['node:*', 'fs', 'path', 'os', 'child_process'],
  message: 'This folder is free of Node.',
};
const folder = (name, why) => ({ group: [`**/${name}`, `**/${name}/**`], message: why });

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      'coverage/',
      'examples/',
      '**/fixtures/',
      'test/golden/*/workspace/',
      '**/node_modules/',
      '.vscode-test/',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((c) => ({ ...c, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  forbid(
    ['src/core/**'],
    [
      vscode,
      nodeBuiltins,
      folder('workspace', 'core is pure.'),
      folder('node', 'core is pure.'),
      folder('editor', 'core is pure.'),
    ],
  ),
  forbid(
    ['src/workspace/**'],
    [
      vscode,
      nodeBuiltins,
      folder('node', 'workspace reaches the machine through its ports.'),
      folder('editor', 'workspace knows no editor.'),
    ],
  ),
  forbid(['src/node/**', 'src/cli.ts'], [vscode, folder('editor', 'node knows no editor.')]),
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', 'no-console': 'off' },
  },
);
