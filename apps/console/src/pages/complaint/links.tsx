import { IconExternalLink } from '@tabler/icons-react';
import type { Shown } from '../../api/client.ts';
import { useTitleOf } from '../../api/instances.ts';
import { Panel } from '../../parts/page.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './complaint.module.css';

const TONE: Record<string, Tone> = { pending: 'idle', open: 'ok', returned: 'warn', gone: 'bad', refused: 'bad' };

/** Where the complaint is known, under which number, and what it is called there: word for word. */
export function Links({ complaint }: { complaint: Shown<'ComplaintView'> }) {
  useLanguage();
  const titleOf = useTitleOf();
  return (
    <Panel title={say('links.title')} flush>
      <ul className={css.links}>
        {complaint.links.map((link) => (
          <li key={link.instance}>
            <div className={css.linkHead}>
              <strong>{titleOf(link.instance)}</strong>
              <Mark tone={TONE[link.state] ?? 'idle'}>{named('link', link.state)}</Mark>
            </div>
            <div className={css.linkBody}>
              <span className="faint">{named('role', link.role)}</span>
              {link.url?.startsWith('http') ? (
                <a href={link.url} target="_blank" rel="noreferrer" className="link mono">
                  {link.external_id ?? link.reference}
                  <IconExternalLink size={13} aria-label={say('links.elsewhere')} />
                </a>
              ) : (
                <span className="mono wrap">{link.external_id ?? link.reference ?? say('links.unnumbered')}</span>
              )}
            </div>
            {link.label && (
              <div className={css.linkBody}>
                <q className={css.label}>{link.label}</q>
                {link.label_at && (
                  <span className="faint">
                    <Ago at={link.label_at} />
                  </span>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
