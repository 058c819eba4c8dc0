import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation, useSearchParams } from 'wouter';
import { Mishap } from './parts/mishap.tsx';
import { Empty, Loading } from './parts/states.tsx';
import { useWho } from './session/session.ts';
import { Shell } from './shell/shell.tsx';
import { say, useLanguage } from './words/words.ts';

const SignIn = lazy(() => import('./session/sign-in.tsx'));

/** Each page is a file of its own: the first load brings the one that was opened. */
const PAGES = {
  '/': lazy(() => import('./pages/home/home.tsx')),
  '/aduan': lazy(() => import('./pages/complaints/complaints.tsx')),
  '/aduan/:number': lazy(() => import('./pages/complaint/complaint.tsx')),
  '/tertahan': lazy(() => import('./pages/parked/parked.tsx')),
  '/triase': lazy(() => import('./pages/triage/triage.tsx')),
  '/konektor': lazy(() => import('./pages/instances/instances.tsx')),
  '/konektor/baru': lazy(() => import('./pages/new-instance/new-instance.tsx')),
  '/konektor/:name': lazy(() => import('./pages/instance/instance.tsx')),
  '/konektor/:name/label': lazy(() => import('./pages/labels/labels.tsx')),
  '/konektor/:name/profil': lazy(() => import('./pages/profile/profile.tsx')),
  '/audit': lazy(() => import('./pages/audit/audit.tsx')),
  '/pemberitahuan': lazy(() => import('./pages/alerts/alerts.tsx')),
  '/akun': lazy(() => import('./pages/account/account.tsx')),
  '/kunci': lazy(() => import('./pages/keys/keys.tsx')),
  '/pengguna': lazy(() => import('./pages/users/users.tsx')),
  '/rute': lazy(() => import('./pages/routing/routing.tsx')),
  '/rekap': lazy(() => import('./pages/recap/recap.tsx')),
  '/rekonsiliasi': lazy(() => import('./pages/reconciliation/reconciliation.tsx')),
};

export function Routes() {
  useLanguage();
  const who = useWho();
  const [path] = useLocation();
  const [params] = useSearchParams();
  // Whoever is invited has an account to begin with, whoever is signed in here.
  if (path === '/masuk' && (who === null || params.has('undangan')))
    return (
      <Mishap key="/masuk">
        <Suspense fallback={<Loading />}>
          <SignIn />
        </Suspense>
      </Mishap>
    );
  if (who === null) return <Redirect to={`/masuk?ke=${encodeURIComponent(path + window.location.search)}`} replace />;
  return (
    // What one person has open is not what the next one finds.
    <Shell key={who}>
      {/* Nor is what was opened or typed at one address found at the next, which may be of the same page. */}
      <Mishap key={path}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/masuk">
              <Redirect to={afterSignIn()} replace />
            </Route>
            {Object.entries(PAGES).map(([pattern, PageOf]) => (
              <Route key={pattern} path={pattern} component={PageOf} />
            ))}
            <Route>
              <Empty title={say('nowhere.title')}>{say('nowhere.what')}</Empty>
            </Route>
          </Switch>
        </Suspense>
      </Mishap>
    </Shell>
  );
}

const Waiting = () => (
  <div className="waiting">
    <Loading rows={10} />
  </div>
);

/** Where a person wanted to go before signing in; only ever a page of the console. */
function afterSignIn(): string {
  const wanted = new URLSearchParams(window.location.search).get('ke') ?? '/';
  // Browsers drop tabs and line ends: with them, too, two slashes would name another host.
  return /^\/(?!\/)[^\\\s]*$/.test(wanted) ? wanted : '/';
}
