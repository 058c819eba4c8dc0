import { Stack } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { api, answerOf, type Shown } from '../../api/client.ts';
import { pace } from '../../api/live.ts';
import { ROWS_A_PAGE, usePages } from '../../api/pages.ts';
import { type Group, useGroups } from '../../api/parked.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { heard, say, useLanguage } from '../../words/words.ts';
import { Groups } from './groups.tsx';
import { ParkedItemDrawer } from './item.tsx';
import { ParkedList } from './list.tsx';
import css from './parked.module.css';

type Item = Shown<'ParkedItem'>;

export default function Parked() {
  useLanguage();
  const [params, setParams] = useSearchParams();
  const instance = params.get('instance') ?? undefined;
  const kind = (params.get('kind') ?? undefined) as Item['type'] | undefined;
  const reason = params.get('reason') ?? undefined;
  const id = params.get('id');
  const groups = useGroups();
  const list = usePages<Item>(
    ['parked', 'list', instance, kind, reason],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/parked', { params: { query: { instance, kind, reason, cursor, limit: ROWS_A_PAGE } } }),
      ),
    pace,
  );
  const show = (changes: Record<string, string | null>) =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  const only = (group: Group | null) =>
    show({ instance: group?.instance ?? null, kind: group?.type ?? null, reason: group?.reason ?? null });
  return (
    <Page title={say('parked.title')} lead={say('parked.lead')}>
      <Answered of={groups}>
        {(found) =>
          found.length === 0 ? (
            <Panel>
              <Empty good title={say('parked.none')}>
                {say('parked.none.what')}
              </Empty>
            </Panel>
          ) : (
            <Stack gap={16}>
              <Groups groups={found} onOnly={only} />
              <Panel
                title={say('parked.each')}
                flush
                aside={
                  instance && (
                    <button type="button" className="link" onClick={() => only(null)}>
                      {say('filter.clear.all')}
                    </button>
                  )
                }
              >
                {reason && <p className={`faint wrap ${css.only}`}>{say('parked.only', { reason: heard(reason) })}</p>}
                <Answered of={list}>
                  {(rows) =>
                    rows.length === 0 ? (
                      <Empty title={say('list.none.filtered')}>{say('list.none.filtered.what')}</Empty>
                    ) : (
                      <ParkedList rows={rows} selected={id} more={list.more} onOpen={(each) => show({ id: each })} />
                    )
                  }
                </Answered>
              </Panel>
            </Stack>
          )
        }
      </Answered>
      {id && <ParkedItemDrawer key={id} id={id} onClose={() => show({ id: null })} />}
    </Page>
  );
}
