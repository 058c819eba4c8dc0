import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { say } from '../words/words.ts';
import { useSession } from './session.ts';

const TOLD = 'other-person';

/** Says it, until it is closed, where this tab has become another person's by what was done in another one. */
export function useOtherPersonTold(): void {
  const { person } = useSession();
  const seen = useRef(person);
  useEffect(() => {
    const before = seen.current;
    seen.current = person;
    if (!person) notifications.hide(TOLD);
    if (!person || !before || person.id === before.id) return;
    const message = say('shell.other-person', { name: person.name });
    notifications.show({ id: TOLD, color: 'orange', message, autoClose: false });
  }, [person]);
}
