import { notifications } from '@mantine/notifications';
import { say } from '../words/words.ts';
import { signOut } from './session.ts';

/** Signs out, or says that the session is still open: whoever comes next must not be taken for this person. */
export async function leave(): Promise<void> {
  if (!(await signOut())) notifications.show({ color: 'red', message: say('shell.sign-out.failed') });
}
