import type { SignInServices } from '../auth/signInServices.ts';
import { signIn } from '../auth/signIn.ts';
import type { Services } from '../services.ts';

/** Sign In: lets the user sign in to this workspace's connection, again where there is a session already. */
export function signInCommand(services: SignInServices & Pick<Services, 'connections'>): () => Promise<void> {
  return async () => {
    const connection = await services.connections.current();
    if (connection) await signIn(services, connection);
  };
}
