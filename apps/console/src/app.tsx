import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Refusal } from './api/client.ts';
import { nonce } from './nonce.ts';
import { Routes } from './routes.tsx';
import { useOtherPersonTold } from './session/other-person.ts';
import { useWho } from './session/session.ts';
import { accessible, theme } from './theme.ts';

const RETRIES = 2;

const isWorthRepeating = (failures: number, error: Error): boolean =>
  failures < RETRIES && !(error instanceof Refusal && error.status < 500);

/**
 * Without a network, too, everything is tried at once and said to have failed.
 *
 * What waited for the network would be done when nobody looks any more, though it may have been asked for anew meanwhile.
 */
const newQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRepeating, staleTime: 1_000, networkMode: 'always', refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export function App() {
  const who = useWho();
  useOtherPersonTold();
  // What the hub told one person is kept for that person alone: the next in this tab may be allowed to see less.
  const queries = useMemo(newQueries, [who]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={accessible}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queries}>
        <Routes />
      </QueryClientProvider>
    </MantineProvider>
  );
}
