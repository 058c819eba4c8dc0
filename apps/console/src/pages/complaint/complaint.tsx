import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { api, answerOf, type Shown } from '../../api/client.ts';
import { useTitleOf } from '../../api/instances.ts';
import { pace } from '../../api/live.ts';
import { Facts, Page, Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { ComplaintStatus, Mark } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './complaint.module.css';
import { Acts } from './acts.tsx';
import { Deadlines } from './deadlines.tsx';
import { Links } from './links.tsx';
import { Reporter } from './reporter.tsx';
import { Story } from './story.tsx';

export default function ComplaintPage() {
  useLanguage();
  const { number } = useParams<{ number: string }>();
  const may = useMay();
  const at = { params: { path: { number } } };
  const complaint = useQuery({
    queryKey: ['complaint', number],
    queryFn: () => answerOf(api.GET('/api/v1/complaints/{number}', at)),
    refetchInterval: pace,
  });
  const timeline = useQuery({
    queryKey: ['timeline', number],
    queryFn: () => answerOf(api.GET('/api/v1/complaints/{number}/timeline', at)),
    refetchInterval: pace,
  });
  return (
    <Page
      title={number}
      lead={
        <Link href="/aduan" className="link">
          ← {say('complaint.back')}
        </Link>
      }
      actions={
        <>
          {may('audit.read') && (
            <Anchor component={Link} href={`/audit?complaint=${number}`} fz="sm">
              {say('complaint.audit')}
            </Anchor>
          )}
          {complaint.data && <Acts complaint={complaint.data} />}
        </>
      }
    >
      <Answered of={complaint}>
        {(shown) => (
          <Stack gap={16}>
            <div className={css.upper}>
              <What complaint={shown} />
              <Stack gap={16}>
                <Links complaint={shown} />
                <Deadlines deadlines={shown.deadlines} />
                <Reporter number={number} masked={shown.reporter} />
              </Stack>
            </div>
            <Panel title={say('story.title')} flush>
              <Answered of={timeline}>
                {({ data, lanes }) =>
                  data.length === 0 ? <Empty title={say('story.none')} /> : <Story entries={data} lanes={lanes} />
                }
              </Answered>
            </Panel>
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function What({ complaint }: { complaint: Shown<'ComplaintView'> }) {
  const titleOf = useTitleOf();
  const { location } = complaint;
  const place = [location?.road, location?.address, location?.desa, location?.kecamatan].filter(Boolean).join(', ');
  return (
    <Panel
      title={complaint.title ?? say('complaint.untitled')}
      aside={
        <span className={css.marks}>
          <ComplaintStatus status={complaint.status} />
          {complaint.outcome && <Mark tone="ok">{named('result', complaint.outcome)}</Mark>}
          {complaint.rejection && <Mark tone="bad">{named('rejection', complaint.rejection)}</Mark>}
          {complaint.rahasia && <Mark tone="warn">{say('word.rahasia')}</Mark>}
          {complaint.anonim && <Mark tone="idle">{say('word.anonim')}</Mark>}
        </span>
      }
    >
      <p className={`pre ${css.text}`}>{complaint.text}</p>
      <Facts
        rows={[
          [say('word.category'), complaint.category && named('category', complaint.category)],
          [say('word.kewenangan'), named('kewenangan', complaint.kewenangan ?? 'unknown')],
          [say('word.opd'), complaint.opd],
          [say('word.place'), place],
          [say('word.channel'), named('channel', complaint.channel)],
          [say('word.origin'), titleOf(complaint.origin)],
          [say('word.handler'), titleOf(complaint.handler)],
          [say('word.reason'), complaint.reason],
          [say('complaints.opened'), <When key="opened" at={complaint.opened_at} />],
          [say('complaints.updated'), <When key="updated" at={complaint.updated_at} />],
        ]}
      />
    </Panel>
  );
}
