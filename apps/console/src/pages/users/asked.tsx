import { type User, useUserActs } from '../../api/users.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { say, useLanguage } from '../../words/words.ts';

/** What takes something from a person, and so is asked once more. */
const ASKED = {
  disable: {
    title: 'users.disable.title',
    what: 'users.disable.what',
    act: 'users.disable',
    changes: { disabled: true },
  },
  release: {
    title: 'users.release.title',
    what: 'users.release.what',
    act: 'users.release',
    changes: { totp: false },
  },
} as const;
export type AskedAct = keyof typeof ASKED;

interface AskedOfUserProps {
  user: User;
  act: AskedAct;
  onClose: () => void;
}

export function AskedOfUser({ user, act, onClose }: AskedOfUserProps) {
  useLanguage();
  const { change } = useUserActs();
  const { title, what, act: name, changes } = ASKED[act];
  return (
    <ConfirmDialog
      title={say(title, { name: user.name })}
      act={say(name)}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ id: user.id, ...changes }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {say(what)}
    </ConfirmDialog>
  );
}
