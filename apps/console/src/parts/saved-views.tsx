import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconBookmarkPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useViews, type ViewPage } from '../api/views.ts';
import { say, useLanguage } from '../words/words.ts';
import css from './parts.module.css';
import { Fault } from './states.tsx';

/** Filters under a name, kept with the account: the same on every machine. */
export function SavedViews({ page, isFiltered }: { page: ViewPage; isFiltered: boolean }) {
  useLanguage();
  const { has, views, save, remove } = useViews(page);
  const [params, setParams] = useSearchParams();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const failed = (error: Error) => notifications.show({ color: 'red', message: error.message });
  const begin = () => {
    // A view of the name that was saved last would be replaced by this one.
    setName('');
    save.reset();
    setNaming(true);
  };
  if (!has || (views.length === 0 && !isFiltered)) return null;
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={15} />}>
            {say('views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <div key={view.id} className={css.view}>
              <Menu.Item onClick={() => setParams(new URLSearchParams(view.query))}>{view.name}</Menu.Item>
              <ActionIcon
                variant="subtle"
                color="gray"
                onClick={() => remove.mutate(view.id, { onError: failed })}
                aria-label={say('views.remove', { name: view.name })}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </div>
          ))}
          {isFiltered && (
            <Menu.Item leftSection={<IconBookmarkPlus size={15} />} onClick={begin}>
              {say('views.save')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isNaming && (
        <Modal
          opened
          centered
          onClose={() => setNaming(false)}
          title={say('views.save')}
          closeButtonProps={{ 'aria-label': say('act.close') }}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate({ name, query: params.toString() }, { onSuccess: () => setNaming(false) });
            }}
          >
            <Stack gap={12}>
              <TextInput
                data-autofocus
                required
                label={say('views.name')}
                description={say('views.name.what')}
                maxLength={120}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              {save.error && <Fault error={save.error} />}
              <Group justify="flex-end" gap={8}>
                <Button variant="default" onClick={() => setNaming(false)}>
                  {say('act.cancel')}
                </Button>
                <Button type="submit" loading={save.isPending}>
                  {say('act.save')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Modal>
      )}
    </>
  );
}
