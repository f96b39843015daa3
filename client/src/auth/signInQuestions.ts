import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Question, Remark } from '../prompts/question.ts';
import { headerProblem } from './headerProblem.ts';
import { isPastedToken, type SignInEntries, type SignInStep, type Way } from './signInForm.ts';

/** Where credentials go, as the questions name it. */
export type SignInAddresses = Pick<Connection, 'endpoint' | 'iamEndpoint'>;

/** What the questions of a sign-in depend on, beside what was entered. */
export interface SignInContext {
  readonly addresses: SignInAddresses;
  /** Why it is asked, or which connection it is for. */
  readonly placeholder: string;
  /** The addresses that a token goes to: LakeFormation's, and IAM's where that is asked about the token. */
  readonly tokenAddresses: readonly string[];
  /** More rows of the list of ways: above the ways, and below them. */
  readonly found?: readonly Choice<string>[];
  readonly others?: readonly Choice<string>[];
  /** The way that comes first. */
  readonly usual?: Way | undefined;
}

type Body = Omit<Question, 'title' | 'step' | 'totalSteps' | 'canGoBack' | 'problem'>;

/** Returns the question of a step of a sign-in. */
export function signInQuestion(step: SignInStep, entries: SignInEntries, context: SignInContext): Body {
  const { addresses, tokenAddresses } = context;
  switch (step) {
    case 'way':
      return wayQuestion(entries, context);
    case 'account':
      return {
        prompt: l10n.t('Account name. Console: My Credentials › API Credentials.'),
        value: entries.account,
        remarkOn: (text) => required(text, l10n.t('Enter the account name.')),
      };
    case 'user':
      return {
        prompt: l10n.t('IAM user name. Console: My Credentials. A HUAWEI ID can’t get a token.'),
        value: entries.user,
        remarkOn: (text) => required(text, l10n.t('Enter the IAM user name.')),
      };
    case 'password':
      return {
        prompt: l10n.t('Password of {0}. It goes to {1} only.', entries.user, addresses.iamEndpoint),
        value: entries.password,
        isSecret: true,
        remarkOn: (text) => (text === '' ? error(l10n.t('Enter the password.')) : undefined),
      };
    case 'accessKey':
      return {
        prompt: l10n.t('Access key ID (AK). Console: My Credentials › Access Keys.'),
        value: entries.accessKey,
        remarkOn: (text) => required(text, l10n.t('Enter the access key ID.')) ?? keyRemark(text),
      };
    case 'secretKey':
      return {
        prompt: l10n.t('Secret access key (SK). It signs requests to {0} and is never sent.', addresses.endpoint),
        value: entries.secretKey,
        isSecret: true,
        remarkOn: (text) => required(text, l10n.t('Enter the secret access key.')) ?? headerRemark(text),
      };
    case 'securityToken':
      return {
        prompt: l10n.t('Security token of temporary access keys. Leave it empty for permanent ones.'),
        value: entries.securityToken,
        isSecret: true,
        remarkOn: headerRemark,
      };
    case 'token':
      return {
        prompt: l10n.t('X-Subject-Token of an IAM response. It goes to {0} only.', tokenAddresses.join(', ')),
        value: entries.token,
        isSecret: true,
        remarkOn: (text) => required(text, l10n.t('Paste a token.')) ?? headerRemark(text),
      };
  }
}

function wayQuestion({ way }: SignInEntries, context: SignInContext): Body {
  const { addresses, tokenAddresses, placeholder, found = [], others = [], usual } = context;
  const ways: (Choice<string> & { readonly value: Way })[] = [
    {
      label: l10n.t('IAM user'),
      detail: l10n.t('Account, user name, and password go to {0} only.', addresses.iamEndpoint),
      value: 'user',
    },
    {
      label: l10n.t('Access keys'),
      detail: l10n.t('The secret key signs requests, and is never sent.'),
      value: 'accessKey',
    },
    {
      label: l10n.t('Paste a token'),
      detail: l10n.t('Here, too. It goes to {0} only.', tokenAddresses.join(', ')),
      value: 'token',
    },
  ];
  return {
    prompt: placeholder,
    value: way ?? usual ?? '',
    choices: [...found, ...ways.toSorted((left, right) => order(left.value) - order(right.value)), ...others],
    takesAtOnce: isPastedToken,
    remarkOn: () => undefined,
  };

  function order(value: Way): number {
    return value === usual ? 0 : 1;
  }
}

function required(text: string, sentence: string): Remark | undefined {
  return text.trim() === '' ? error(sentence) : undefined;
}

/** An access key is between commas in a header. */
function keyRemark(text: string): Remark | undefined {
  return text.includes(',') ? error(l10n.t('An access key ID has no comma. Copy it again.')) : headerRemark(text);
}

function headerRemark(text: string): Remark | undefined {
  const problem = headerProblem(text);
  return problem === undefined ? undefined : error(problem);
}

function error(text: string): Remark {
  return { text, isError: true };
}
