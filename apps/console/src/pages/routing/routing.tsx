import type { Shown } from '../../api/client.ts';
import {
  checkRouting,
  useRouting,
  useRoutingActs,
  useRoutingDifference,
  useRoutingVersions,
} from '../../api/routing.ts';
import { Difference } from '../../parts/difference.tsx';
import { Draft, type Tool } from '../../parts/draft.tsx';
import { Page } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Versions } from '../../parts/versions.tsx';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';
import { Simulate } from './simulate.tsx';

export default function RoutingPage() {
  useLanguage();
  const routing = useRouting();
  return (
    <Page title={say('routing.title')} lead={say('routing.lead')}>
      <Answered of={routing}>{(shown) => <RoutingDraft routing={shown} />}</Answered>
    </Page>
  );
}

function RoutingDraft({ routing }: { routing: Shown<'RoutingShown'> }) {
  const mayChange = useMay()('routing.save');
  const { save, rollBack } = useRoutingActs();
  const versions = useRoutingVersions();
  return (
    <Draft
      name="rute"
      live={routing}
      label={say('routing.text')}
      mayChange={mayChange}
      check={checkRouting}
      save={save}
      asidesLabel={say('routing.aside')}
      asides={[
        ...(mayChange ? [trial()] : []),
        {
          name: 'versions',
          title: say('aside.versions'),
          show: () => (
            <Versions
              versions={versions}
              current={routing.version}
              mayChange={mayChange}
              rollBack={rollBack}
              compare={(from, to) => <Compared from={from} to={to} />}
            />
          ),
        },
      ]}
    />
  );
}

/** What the rules would have done with the complaints of the last days is for those who may save them. */
const trial = (): Tool => ({
  name: 'simulate',
  title: say('aside.simulate'),
  show: ({ text, isSound }) => <Simulate text={text} isSound={isSound} />,
});

function Compared({ from, to }: { from: number; to: number }) {
  const difference = useRoutingDifference(from, to);
  return <Answered of={difference}>{({ diff }) => <Difference diff={diff} />}</Answered>;
}
