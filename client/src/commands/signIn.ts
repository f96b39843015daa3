import type { SignInServices } from '../auth/signInServices.ts';
import { signIn } from '../auth/signIn.ts';
import type { Services } from '../services.ts';

/**
 * Sign In: lets the user sign in to this workspace's connection, or to the one that a view names, again where there is a
 * session already.
 */
export function signInCommand(
  services: SignInServices & Pick<Services, 'connections' | 'usableConnections'>,
): (target?: unknown) => Promise<void> {
  return async (target) => {
    const named = services.usableConnections().find(({ name }) => name === target);
    const connection = named ?? (await services.connections.current());
    if (connection) await signIn(services, connection);
  };
}
