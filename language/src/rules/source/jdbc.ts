import * as l10n from '@vscode/l10n';
import { quotable } from '../findings/quotable.ts';

/** What is wrong with a JDBC address, and addresses that may be meant. */
export interface JdbcProblem {
  readonly message: string;
  readonly suggestions?: readonly string[];
  /** The first suggestion is right, whatever else is. */
  readonly isSure?: boolean;
}

interface Database {
  readonly drivers: readonly [string, ...string[]];
  /** The usual port, where there is one. */
  readonly port?: number;
}

const mysql: Database = { drivers: ['mysql', 'mariadb'], port: 3306 };
const postgresql: Database = { drivers: ['postgresql'], port: 5432 };
const gauss: Database = { drivers: ['postgresql', 'gaussdb', 'opengauss', 'zenith'] };

/** The database behind each `datasource_type`, by the driver's name in the address: user guide, metadata migration. */
const databases: Readonly<Record<string, Database>> = {
  MRS_RDS_FOR_MYSQL: mysql,
  OPEN_FOR_MYSQL: mysql,
  MRS_RDS_FOR_PG: postgresql,
  MRS_LOCAL_GAUSSDB: gauss,
};

/** Checks driver, host, port and database of an address; what the schema's pattern already covers is left out. */
export function jdbcProblem(url: string, datasource: unknown): JdbcProblem | undefined {
  const database = databaseOf(datasource);
  if (database === undefined || !url.startsWith('jdbc:')) return undefined;
  const [first] = database.drivers;
  const form = `jdbc:${first}://host:port/database`;
  const [, driver = '', authority = '', path = '', rest = ''] =
    /^jdbc:([^:/]*):\/\/([^/?;]*)(\/[^?;]*)?(.*)$/.exec(url) ?? /^jdbc:([^:/]*)()/.exec(url) ?? [];
  if (!database.drivers.includes(driver.toLowerCase())) {
    return {
      message: l10n.t('"jdbc:{0}" doesn’t match {1}. Use {2}.', quotable(driver), String(datasource), form),
      suggestions: [`jdbc:${first}${url.slice('jdbc:'.length + driver.length)}`],
      isSure: true,
    };
  }
  // GaussDB's own driver takes an address with @ in place of //, and no database.
  if (/^jdbc:zenith:@[^:/?;]+:\d{1,5}(?:[/?;]|$)/i.test(url)) return undefined;
  // Several hosts are the driver's business.
  if (authority.includes(',')) return undefined;
  // The user and the password before the host are kept, and not looked at.
  const user = authority.slice(0, authority.lastIndexOf('@') + 1);
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority.slice(user.length)) ?? [];
  if (host === '') return { message: l10n.t('The URL has no host. Use {0}.', form) };
  if (port === undefined || !isPort(port)) {
    return {
      message:
        port === undefined
          ? l10n.t('The URL has no port. Use {0}.', form)
          : l10n.t('Invalid port "{0}". Use a number from 1 to 65535.', quotable(port)),
      suggestions:
        database.port === undefined ? [] : [`jdbc:${driver}://${user}${host}:${database.port}${path}${rest}`],
    };
  }
  return path.length > 1 ? undefined : { message: l10n.t('The URL has no database. Use {0}.', form) };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

function databaseOf(datasource: unknown): Database | undefined {
  return typeof datasource === 'string' && Object.hasOwn(databases, datasource) ? databases[datasource] : undefined;
}
