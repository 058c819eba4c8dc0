import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Refusal } from './api/client.ts';
import { nonce } from './nonce.ts';
import { Routes } from './routes.tsx';
import { accessible, theme } from './theme.ts';

const RETRIES = 2;

const isWorthRepeating = (failures: number, error: Error): boolean =>
  failures < RETRIES && !(error instanceof Refusal && error.status < 500);

const queries = new QueryClient({
  queryCache: new QueryCache(),
  defaultOptions: { queries: { retry: isWorthRepeating, staleTime: 1_000 }, mutations: { retry: false } },
});

export const App = () => (
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
