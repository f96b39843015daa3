import * as l10n from '@vscode/l10n';
import { isResourceId } from '../api/resourceId.ts';
import type { Remark } from '../prompts/question.ts';
import { hasUserInfo, readEndpoint } from './connection.ts';
import { readConsoleUrl } from './consoleUrl.ts';

/** What is wrong with the name of a connection. */
export function nameRemark(text: string, otherNames: readonly string[]): Remark | undefined {
  const name = text.trim();
  if (name === '') return error(l10n.t('Enter a name.'));
  return otherNames.includes(name) ? error(l10n.t('Another connection is named "{0}".', name)) : undefined;
}

/** What is wrong with a region, or with a URL of the console in its place. */
export function regionRemark(text: string): Remark | undefined {
  if (text.includes('://')) {
    return readConsoleUrl(text) === undefined
      ? error(l10n.t('This isn’t a URL of the Huawei Cloud console with a region, such as ?region=cn-north-4.'))
      : undefined;
  }
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(text)
    ? undefined
    : error(l10n.t('A region can contain only letters, digits, and hyphens, such as cn-north-4.'));
}

/** What is wrong with the address of a service; an empty one stands for the region's own. */
export function addressRemark(text: string): Remark | undefined {
  if (text === '' || readEndpoint(text) !== undefined) return undefined;
  return hasUserInfo(text)
    ? error(l10n.t('Enter https://host, without a user name or password.'))
    : error(l10n.t('Enter https://host, without a path. Plain HTTP is allowed only on this computer.'));
}

/**
 * What is wrong with a project ID. The API reference's other pages specify 32 characters. The pages about jobs also
 * have other IDs, so that is a warning.
 */
export function projectRemark(text: string): Remark | undefined {
  const id = text.trim();
  if (id === '') return error(l10n.t('Enter the project ID.'));
  if (!isResourceId(id)) return error(l10n.t('An ID can contain only letters, digits, and hyphens.'));
  return /^[0-9a-zA-Z]{32}$/.test(id)
    ? undefined
    : warning(l10n.t('A project ID usually has 32 letters and digits. This one has {0}.', id.length));
}

/** What is wrong with an instance ID, which usually has 36 characters. */
export function instanceRemark(text: string): Remark | undefined {
  const id = text.trim();
  if (id === '') return error(l10n.t('Enter the instance ID.'));
  if (!isResourceId(id)) return error(l10n.t('An ID can contain only letters, digits, and hyphens.'));
  return /^[a-zA-Z0-9-]{36}$/.test(id)
    ? undefined
    : warning(l10n.t('An instance ID usually has 36 letters, digits, and hyphens. This one has {0}.', id.length));
}

function error(text: string): Remark {
  return { text, isError: true };
}

function warning(text: string): Remark {
  return { text, isError: false };
}
