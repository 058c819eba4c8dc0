import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsShuffle,
  IconChartBar,
  IconBell,
  IconHandStop,
  IconHistory,
  IconHome,
  IconListCheck,
  IconKey,
  IconLogout,
  IconMessages,
  IconPlugConnected,
  IconRoute,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useInstances } from '../api/instances.ts';
import { useIsLive } from '../api/live.ts';
import { useIsReached } from '../api/reach.ts';
import { useTriage } from '../api/triage.ts';
import { leave } from '../session/leave.ts';
import { type Permission, useMay, useSession } from '../session/session.ts';
import { count } from '../words/time.ts';
import { type Key, named, say, useLanguage } from '../words/words.ts';
import css from './shell.module.css';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';

interface Place {
  path: string;
  name: Key;
  icon: typeof IconHome;
  needs: Permission;
}

const PLACES: Place[] = [
  { path: '/', name: 'nav.home', icon: IconHome, needs: 'figures.read' },
  { path: '/aduan', name: 'nav.complaints', icon: IconMessages, needs: 'complaints.read' },
  { path: '/triase', name: 'nav.triage', icon: IconListCheck, needs: 'triage.decide' },
  { path: '/rekap', name: 'nav.recap', icon: IconChartBar, needs: 'recap.read' },
  { path: '/tertahan', name: 'nav.parked', icon: IconHandStop, needs: 'parked.read' },
  { path: '/konektor', name: 'nav.instances', icon: IconPlugConnected, needs: 'instances.read' },
  { path: '/audit', name: 'nav.audit', icon: IconHistory, needs: 'audit.read' },
  { path: '/rute', name: 'nav.routing', icon: IconRoute, needs: 'routing.read' },
  { path: '/rekonsiliasi', name: 'nav.reconciliation', icon: IconArrowsShuffle, needs: 'reconciliations.read' },
  { path: '/pemberitahuan', name: 'nav.alerts', icon: IconBell, needs: 'alerts.read' },
  { path: '/pengguna', name: 'nav.users', icon: IconUsers, needs: 'users.manage' },
  { path: '/kunci', name: 'nav.keys', icon: IconKey, needs: 'keys.manage' },
];

export function Navigation() {
  useLanguage();
  const [path] = useLocation();
  const waiting = useWaiting();
  const may = useMay();
  const { person } = useSession();
  return (
    <div className={css.navigation}>
      <nav aria-label={say('shell.navigation')}>
        <ul>
          {PLACES.filter(({ needs }) => may(needs)).map(({ path: to, name, icon: Icon }) => {
            const isHere = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
            return (
              <li key={to}>
                <Link href={to} className={css.place} aria-current={isHere ? 'page' : undefined}>
                  <Icon size={18} stroke={1.7} aria-hidden />
                  <span>{say(name)}</span>
                  {(waiting[to] ?? 0) > 0 && (
                    <span className={css.waiting}>
                      {count(waiting[to] ?? 0)}
                      <span className="only-heard"> {say('nav.parked.waiting')}</span>
                    </span>
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div>
        <Liveness />
        <p className={css.who}>
          {person ? (
            <Link href="/akun" className="link clip" aria-label={say('nav.account', { name: person.name })}>
              {person.name}
            </Link>
          ) : (
            <strong className="clip">{say('shell.operator')}</strong>
          )}
          {person && <span className="faint">{named('account-role', person.role)}</span>}
        </p>
        <div className={css.foot}>
          <LanguageSwitch />
          <SchemeSwitch />
          <Tooltip label={say('shell.sign-out')}>
            <ActionIcon variant="default" size={30} onClick={() => void leave()} aria-label={say('shell.sign-out')}>
              <IconLogout size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </div>
  );
}

/** How much waits for a person, by the page where it does. */
const useWaiting = (): Partial<Record<string, number>> => {
  const { data: instances } = useInstances();
  const { data: triage } = useTriage();
  const parked = (instances ?? []).reduce(
    (sum, { counts }) => sum + counts.parked + counts.uncertain + counts.messages_parked,
    0,
  );
  return { '/tertahan': parked, '/triase': triage?.waiting };
};

/** Whether what is on the screen follows by itself: at once, now and then, or not at all. */
function Liveness() {
  const isLive = useIsLive();
  const isReached = useIsReached();
  const state = isReached ? (isLive ? 'live' : 'not-live') : 'away';
  return (
    <p className={css.live} data-state={state} role="status">
      {say(SAID[state])}
    </p>
  );
}

const SAID = { live: 'shell.live', 'not-live': 'shell.live.not', away: 'shell.live.away' } as const;
