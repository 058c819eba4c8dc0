import { Button, Checkbox, Group, Menu, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useActs } from '../../api/acts.ts';
import type { Shown } from '../../api/client.ts';
import { useInstances, useTitleOf } from '../../api/instances.ts';
import { Fault } from '../../parts/states.tsx';
import { actDraft, dropDraft, keepDraft, recallDraft } from '../../session/drafts.ts';
import { useMay, useWriter } from '../../session/session.ts';
import { choicesOf } from '../../words/choices.ts';
import { say, useLanguage } from '../../words/words.ts';
import { statusTold } from './status-told.ts';

/** Each with what a person must be allowed to: an office answers, the chief admin decides where a complaint goes. */
const ACTS = {
  reply: 'complaints.answer',
  status: 'complaints.answer',
  'needs-info': 'complaints.answer',
  marks: 'complaints.answer',
  disposition: 'complaints.decide',
  authority: 'complaints.decide',
  forward: 'complaints.decide',
} as const;
type Act = keyof typeof ACTS;

/** What a person may decide about a complaint here; the platforms are told by the hub. */
export function Acts({ complaint }: { complaint: Shown<'ComplaintView'> }) {
  useLanguage();
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const allowed = (Object.keys(ACTS) as Act[]).filter((each) => may(ACTS[each]));
  if (allowed.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={15} />}>{say('acts.title')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {allowed.map((each) => (
            <Menu.Item key={each} onClick={() => setAct(each)}>
              {say(`act-kind.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {act && <ActDialog key={act} act={act} complaint={complaint} onClose={() => setAct(null)} />}
    </>
  );
}

type Told = Shown<'StatusRequest'>;

interface Form {
  text: string;
  public: boolean;
  status: Told['status'];
  outcome: NonNullable<Told['outcome']> | null;
  rejection: NonNullable<Told['rejection']> | null;
  opd: string;
  kewenangan: string;
  to: string | null;
  anonim: boolean;
  rahasia: boolean;
}

const BLANK: Omit<Form, 'anonim' | 'rahasia'> = {
  text: '',
  public: true,
  status: 'in_progress',
  outcome: null,
  rejection: null,
  opd: '',
  kewenangan: 'unknown',
  to: null,
};

/** Which of the form's fields an act asks for; its text means another thing in each. */
const TEXT_IS_OPTIONAL: ReadonlySet<Act> = new Set<Act>(['status', 'disposition', 'marks']);

interface ActDialogProps {
  act: Act;
  complaint: Shown<'ComplaintView'>;
  onClose: () => void;
}

/** What is typed here is kept until it is sent or given up, whatever else closes this: a slip, or the session's end. */
function ActDialog({ act, complaint, onClose }: ActDialogProps) {
  const { number } = complaint;
  const may = useMay();
  const writer = useWriter();
  const draft = actDraft(number, act);
  const drop = () => dropDraft(writer, draft);
  const acts = useActs(number, drop);
  const titleOf = useTitleOf();
  const { data: instances = [] } = useInstances();
  // As it was when this was opened: a mark that a platform sets meanwhile is not lifted by who did not see it.
  const [{ anonim, rahasia }] = useState(complaint);
  const [form, setForm] = useState<Form>(() => ({ ...BLANK, ...recallDraft<Form>(writer, draft), anonim, rahasia }));
  const set = (changes: Partial<Form>) => {
    const next = { ...form, ...changes };
    keepDraft(writer, draft, next);
    setForm(next);
  };
  const giveUp = () => {
    drop();
    onClose();
  };
  const running = act === 'needs-info' ? acts.needsInfo : acts[act];
  const told = {
    onSuccess: ({ targets }: Shown<'Acted'>) => {
      notifications.show({
        color: 'teal',
        message:
          targets.length > 0 ? say('acts.told', { platforms: targets.map(titleOf).join(', ') }) : say('acts.done'),
      });
      onClose();
    },
  };
  const isLoosening = (anonim && !form.anonim) || (rahasia && !form.rahasia);
  const note = form.text.trim() ? { note: form.text.trim() } : {};
  const RUN: Record<Act, () => void> = {
    reply: () => acts.reply.mutate({ text: form.text, public: form.public }, told),
    status: () => acts.status.mutate({ ...statusTold(form), ...note }, told),
    disposition: () => acts.disposition.mutate({ opd: form.opd, ...note }, told),
    authority: () =>
      acts.authority.mutate(
        { kewenangan: form.kewenangan as Shown<'AuthorityRequest'>['kewenangan'], reason: form.text },
        told,
      ),
    forward: () => acts.forward.mutate({ to: form.to ?? '', reason: form.text }, told),
    marks: () =>
      acts.marks.mutate(
        {
          ...(form.anonim === anonim ? {} : { anonim: form.anonim }),
          ...(form.rahasia === rahasia ? {} : { rahasia: form.rahasia }),
          ...(form.text.trim() ? { reason: form.text.trim() } : {}),
        },
        told,
      ),
    'needs-info': () => acts.needsInfo.mutate({ question: form.text }, told),
  };
  const choice = (group: string) => choicesOf(group).map(([value, label]) => ({ value, label }));
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={`${say(`act-kind.${act}`)} · ${number}`}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          RUN[act]();
        }}
      >
        <Stack gap={12}>
          {act === 'status' && (
            <>
              <Select
                label={say('word.status')}
                required
                allowDeselect={false}
                data={choice('status')}
                value={form.status}
                onChange={(value) => set({ status: (value ?? form.status) as Form['status'] })}
              />
              {form.status === 'resolved' && (
                <Select
                  label={say('acts.outcome')}
                  required
                  data={choice('result')}
                  value={form.outcome}
                  onChange={(outcome) => set({ outcome: outcome as Form['outcome'] })}
                />
              )}
              {form.status === 'rejected' && (
                <Select
                  label={say('acts.rejection')}
                  required
                  data={choice('rejection')}
                  value={form.rejection}
                  onChange={(rejection) => set({ rejection: rejection as Form['rejection'] })}
                />
              )}
            </>
          )}
          {act === 'disposition' && (
            <TextInput
              label={say('word.opd')}
              description={say('users.opd.what')}
              required
              value={form.opd}
              onChange={(event) => set({ opd: event.currentTarget.value })}
            />
          )}
          {act === 'authority' && (
            <Select
              label={say('word.kewenangan')}
              required
              allowDeselect={false}
              data={choice('kewenangan')}
              value={form.kewenangan}
              onChange={(value) => set({ kewenangan: value ?? form.kewenangan })}
            />
          )}
          {act === 'forward' && (
            <Select
              label={say('word.instance')}
              required
              data={instances.map(({ name, title }) => ({ value: name, label: title }))}
              value={form.to}
              onChange={(to) => set({ to })}
            />
          )}
          {act === 'marks' &&
            (['anonim', 'rahasia'] as const).map((mark) => (
              <Checkbox
                key={mark}
                label={say(`mark.${mark}`)}
                description={say(`mark-what.${mark}`)}
                checked={form[mark]}
                // Anybody may tighten; what is tight already, only who decides may loosen.
                disabled={complaint[mark] && !may('complaints.decide')}
                onChange={(event) => set({ [mark]: event.currentTarget.checked })}
              />
            ))}
          <Textarea
            data-autofocus
            label={say(`act-text.${act}`)}
            required={!TEXT_IS_OPTIONAL.has(act) || isLoosening}
            autosize
            minRows={4}
            maxRows={14}
            value={form.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          {act === 'reply' && (
            <Checkbox
              label={say('acts.public')}
              description={say('acts.public.what')}
              checked={form.public}
              onChange={(event) => set({ public: event.currentTarget.checked })}
            />
          )}
          {running.error && <Fault error={running.error} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={giveUp}>
              {say('act.cancel')}
            </Button>
            <Button type="submit" loading={running.isPending}>
              {say(`act-kind.${act}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
