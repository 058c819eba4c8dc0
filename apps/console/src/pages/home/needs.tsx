import { Link } from 'wouter';
import { type Alert, useOpenAlerts } from '../../api/alerts.ts';
import { useTitleOf } from '../../api/instances.ts';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { named, say, useLanguage } from '../../words/words.ts';
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
  webhook_lost: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
  deadline_overdue: { tone: 'bad', of: (instance) => `/aduan?handler=${instance}&due=overdue` },
  deadline_soon: { tone: 'warn', of: (instance) => `/aduan?handler=${instance}&due=soon` },
  platform_silent: { tone: 'warn', of: (instance) => `/konektor/${instance}` },
};

export function Needs() {
  useLanguage();
  const alerts = useOpenAlerts();
  return (
    <Panel title={say('needs.title')} flush>
      <Answered of={alerts}>
        {(open) =>
          open.length === 0 ? (
            <Empty good title={say('needs.none')}>
              {say('needs.none.what')}
            </Empty>
          ) : (
            <ul className={css.needs}>
              {open.map((alert) => (
                <Need key={alert.id} alert={alert} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}

function Need({ alert }: { alert: Alert }) {
  const titleOf = useTitleOf();
  const { tone, of } = PLACE[alert.kind];
  return (
    <li className={css.need}>
      <p className={css.needHead}>
        <Mark tone={tone}>{named('alert', alert.kind)}</Mark>
        <span>{titleOf(alert.instance)}</span>
        <span className="faint">
          <Ago at={alert.opened_at} />
        </span>
      </p>
      <p className="wrap">{alert.message}</p>
      <Link href={of(alert.instance)} className="link">
        {say('needs.open')} →
      </Link>
    </li>
  );
}
