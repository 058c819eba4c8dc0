import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { type Instance, useInstances } from '../../api/instances.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Ago } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { count } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import { Health, healthOf } from './health.tsx';
import css from './instances.module.css';

export default function Instances() {
  useLanguage();
  const instances = useInstances();
  const mayCreate = useMay()('instances.create');
  return (
    <Page
      title={say('instances.title')}
      lead={say('instances.lead')}
      actions={
        mayCreate && (
          <Button component={Link} href="/konektor/baru" leftSection={<IconPlus size={15} />}>
            {say('new.title')}
          </Button>
        )
      }
    >
      <Answered of={instances}>
        {(all) =>
          all.length === 0 ? (
            <Panel>
              <Empty title={say('instances.none')} />
            </Panel>
          ) : (
            <ul className={css.cards}>
              {all.map((instance) => (
                <li key={instance.name}>
                  <Card instance={instance} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}

function Card({ instance }: { instance: Instance }) {
  const { counts } = instance;
  const { reason } = healthOf(instance);
  return (
    <article className={css.card}>
      <header className={css.head}>
        <div>
          <h2>
            <Link href={`/konektor/${instance.name}`} className={css.title}>
              {instance.title}
            </Link>
          </h2>
          <span className="faint mono">{instance.name}</span>
        </div>
        <Health instance={instance} />
      </header>
      {reason && <p className={`wrap ${css.reason}`}>{reason}</p>}
      <dl className={css.figures}>
        <Figure name={say('counts.waiting')} value={counts.waiting + counts.sending} />
        <Figure name={say('counts.messages')} value={counts.messages_waiting} />
        <Figure name={say('counts.parked')} value={counts.parked + counts.messages_parked} />
        <Figure name={say('counts.uncertain')} value={counts.uncertain} />
      </dl>
      <footer className={`faint ${css.foot}`}>
        <span>
          {say('instance.heard')} {instance.heard_at ? <Ago at={instance.heard_at} /> : say('word.never')}
        </span>
        <span>
          {say('instance.polled')} {instance.polled_at ? <Ago at={instance.polled_at} /> : say('word.never')}
        </span>
      </footer>
    </article>
  );
}

const Figure = ({ name, value }: { name: string; value: number }) => (
  <div>
    <dt>{name}</dt>
    <dd className="figures">{count(value)}</dd>
  </div>
);
