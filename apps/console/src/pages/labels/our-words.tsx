import { Link } from 'wouter';
import type { Labels } from '../../api/labels.ts';
import { Facts, Panel } from '../../parts/page.tsx';
import { useMay } from '../../session/session.ts';
import { named, say } from '../../words/words.ts';
import css from './labels.module.css';

/** The other way: which word of theirs each of ours is sent as. */
export function OurWords({ name, labels }: { name: string; labels: Labels }) {
  const mayRead = useMay()('profiles.read');
  const { status_words: statuses, category_words: categories } = labels;
  if (statuses.length + categories.length === 0) return null;
  return (
    <Panel
      title={say('labels.ours')}
      aside={
        mayRead && (
          <Link href={`/konektor/${name}/profil`} className="link">
            {say('labels.in-profile')}
          </Link>
        )
      }
    >
      <div className={css.ours}>
        <Facts rows={statuses.map((each) => [statusNamed(each.status), wordOf(each)])} />
        {categories.length > 0 && (
          <Facts
            rows={categories.map(({ category, word }) => [named('category', category), word ?? say('labels.not-sent')])}
          />
        )}
      </div>
    </Panel>
  );
}

/** Two of our steps are events and no status. */
const statusNamed = (status: string): string =>
  status === 'returned' || status === 'accepted' ? named('event', status) : named('status', status);

function wordOf({ word, words }: Labels['status_words'][number]): string {
  if (!words) return word ?? say('labels.not-sent');
  return Object.entries(words)
    .map(([reason, each]) => `${reasonNamed(reason)}: ${each ?? say('labels.not-sent')}`)
    .join(' · ');
}

const reasonNamed = (reason: string): string => {
  if (reason === 'otherwise') return say('labels.otherwise');
  const rejection = named('rejection', reason);
  return rejection === reason ? named('result', reason) : rejection;
};
