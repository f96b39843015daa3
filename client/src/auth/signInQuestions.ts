import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Question, Remark } from '../prompts/question.ts';
import { headerProblem } from './headerProblem.ts';
import { isPastedToken, type SignInEntries, type SignInStep, type Way } from './signInForm.ts';
import { joinNames } from '../../../language/src/joining.ts';

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
        prompt: l10n.t('Account name. In the console: My Credentials › API Credentials.'),
        value: entries.account,
        remarkOn: (text) => required(text, l10n.t('Enter the account name.')),
      };
    case 'user':
      return {
        prompt: l10n.t('IAM user name. In the console: My Credentials. A HUAWEI ID can’t get a token.'),
        value: entries.user,
        remarkOn: (text) => required(text, l10n.t('Enter the IAM user name.')),
      };
    case 'password':
      return {
        prompt: l10n.t('Password of {0}. It’s sent only to {1}.', entries.user, addresses.iamEndpoint),
        value: entries.password,
        isSecret: true,
        remarkOn: (text) => (text === '' ? error(l10n.t('Enter the password.')) : undefined),
      };
    case 'accessKey':
      return {
        prompt: l10n.t('Access key ID (AK). In the console: My Credentials › Access Keys.'),
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
        prompt: l10n.t(
          'Value of X-Subject-Token in an IAM response. It’s sent only to {0}.',
          joinNames([...new Set(tokenAddresses)]),
        ),
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
      detail: l10n.t('Account, user, and password are sent only to {0}.', hostsOf([addresses.iamEndpoint])),
      value: 'user',
    },
    {
      label: l10n.t('Access keys'),
      detail: l10n.t('The secret key signs requests and is never sent.'),
      value: 'accessKey',
    },
    {
      label: l10n.t('Paste a token'),
      description: l10n.t('or paste it here. Sent only to:'),
      detail: hostsOf(tokenAddresses),
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

/** The hosts of addresses: a row of a list has no place for more. */
function hostsOf(addresses: readonly string[]): string {
  return joinNames([...new Set(addresses.map((address) => address.replace(/^https?:\/\//, '')))]);
}

function required(text: string, sentence: string): Remark | undefined {
  return text.trim() === '' ? error(sentence) : undefined;
}

/** An access key is between commas in a header. */
function keyRemark(text: string): Remark | undefined {
  return text.includes(',')
    ? error(l10n.t('An access key ID can’t contain a comma. Copy it again.'))
    : headerRemark(text);
}

function headerRemark(text: string): Remark | undefined {
  const problem = headerProblem(text);
  return problem === undefined ? undefined : error(problem);
}

function error(text: string): Remark {
  return { text, isError: true };
}
