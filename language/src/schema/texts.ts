import { t } from '@vscode/l10n';

/** Returns a text of the schema in the display language. `schemas/lfjob.schema.zh-cn.json` has the Chinese ones. */
export function schemaText(text: string): string {
  return t(text);
}
