import { Link } from 'wouter';
import { type Alert, useOpenAlerts } from '../../api/alerts.ts';
import { useTitleOf } from '../../api/instances.ts';
import { useTriage } from '../../api/triage.ts';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import css from './home.module.css';

/** Where a person can do something about it, and how pressing that is. */
const PLACE: Record<Alert['kind'], { tone: Tone; of: (instance: string) => string }> = {
  instance_paused: { tone: 'bad', of: (instance) => `/konektor/${instance}` },
  delivery_uncertain: { tone: 'bad', of: (instance) => `/tertahan?instance=${instance}&kind=delivery` },
  delivery_parked: { tone: 'bad', of: (instance) => `/tertahan?instance=${instance}&kind=delivery` },
  message_parked: { tone: 'bad', of: (instance) => `/tertahan?instance=${instance}&kind=message` },
  label_unmapped: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
  breaker_open: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
  deliveries_waiting: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
  messages_waiting: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
  reading_hampered: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
  reconciliation_stalled: { tone: 'warn', of: () => '/rekonsiliasi' },
  webhook_lost: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
  deadline_overdue: { tone: 'bad', of: (instance) => `/aduan?handler=${instance}&due=overdue` },
  deadline_soon: { tone: 'warn', of: (instance) => `/aduan?handler=${instance}&due=soon` },
  platform_silent: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
};

export function Needs() {
  useLanguage();
  const alerts = useOpenAlerts();
  const { data: triage } = useTriage();
  const untold = triage?.waiting ?? 0;
  return (
    <Panel title={say('needs.title')} flush>
      <Answered of={alerts}>
        {(open) =>
          open.length === 0 && untold === 0 ? (
            <Empty good title={say('needs.none')}>
              {say('needs.none.what')}
            </Empty>
          ) : (
            <ul className={css.needs}>
              {open.map((alert) => (
                <AlertNeed key={alert.id} alert={alert} />
              ))}
              {untold > 0 && (
                <Need
                  mark={<Mark tone="warn">{say('triage.title')}</Mark>}
                  since={triage?.data[0]?.opened_at}
                  to="/triase"
                >
                  {say('needs.triage', { count: untold })}
                </Need>
              )}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}

function AlertNeed({ alert }: { alert: Alert }) {
  const titleOf = useTitleOf();
  const { tone, of } = PLACE[alert.kind];
  return (
    <Need
      mark={<Mark tone={tone}>{named('alert', alert.kind)}</Mark>}
      where={titleOf(alert.instance)}
      since={alert.opened_at}
      to={of(alert.instance)}
    >
      {heard(alert.message)}
    </Need>
  );
}

interface NeedProps {
  mark: React.ReactNode;
  where?: string;
  since: string | undefined;
  to: string;
  children: React.ReactNode;
}

function Need({ mark, where, since, to, children }: NeedProps) {
  return (
    <li className={css.need}>
      <p className={css.needHead}>
        {mark}
        {where && <span>{where}</span>}
        {since && (
          <span className="faint">
            <Ago at={since} />
          </span>
        )}
      </p>
      <p className="wrap">{children}</p>
      <Link href={to} className="link">
        {say('needs.open')} →
      </Link>
    </li>
  );
}
