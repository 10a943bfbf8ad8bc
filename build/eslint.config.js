import a11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', '**/*.js', '**/*.cjs', '**/*.mjs', 'test/desktop/electron'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A one-line arrow that passes a call on is clearer than a block around it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['renderer/**/*.tsx'],
    ...a11y.flatConfigs.strict,
    plugins: { ...a11y.flatConfigs.strict.plugins, 'react-hooks': reactHooks },
    rules: {
      ...a11y.flatConfigs.strict.rules,
      ...reactHooks.configs.recommended.rules,
      // The rule is about the HTML attribute; in a popover that was asked for, focus belongs inside.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },
  {
    // A `create…` function is a module of small functions closed over what it needs: its length is the file's.
    files: ['renderer/services/**/*.ts', 'renderer/adapters/**/*.ts', 'renderer/compose-*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 130, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['electron/**'],
    ignores: ['electron/ipc/serve.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'electron', importNames: ['ipcMain'], message: 'Only ipc/serve.ts answers windows.' },
          ],
        },
      ],
    },
  },
  {
    // What runs in a terminal speaks there; the desk's own processes write to the log instead.
    files: ['build/**', 'test/**', 'electron/centre/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A describe block is as long as the shift that it tells.
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
)
