import { HttpModule, HttpService } from '@nestjs/axios';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import type { Adapter } from '#connector';
import { CONNECTORS, ConnectorsModule } from '#connectors';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import type { Env } from '#config/env';
import { AlertsService } from './alerts/alerts.service.ts';
import { AuditService } from './audit.service.ts';
import { compose } from './compose.ts';
import { ConfigurationService } from './configuration/configuration.service.ts';
import { DeadlinesService } from './deadlines.service.ts';
import { ApiModule } from './http/api.module.ts';
import { Metrics } from './http/probes/metrics.ts';
import { ProbesController } from './http/probes/probes.controller.ts';
import { ReconcileService } from './reconcile.service.ts';
import { ReportsService } from './recap-files/reports.service.ts';
import { RUNTIME } from './runtime.ts';
import { SyncService } from './sync.service.ts';

/** Other addresses hold tokens that open a page, a file or an account, or are called all the time. */
const LOGGED = /^\/api\/(?!v1\/(invitations|oidc)\/)/;

/** What was asked for, without the words and numbers that were searched for. */
const logged = ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
  id,
  method,
  path: url.split('?', 1)[0],
});

/** Among an answer's headers is the cookie of who just logged in. */
const answered = ({ statusCode, headers }: { statusCode: number; headers: Record<string, unknown> }) => ({
  statusCode,
  traceId: headers['x-trace-id'],
});

/** The whole wiring of the hub, on one screen. */
@Module({})
export class HubModule {
  static of(env: Env, databaseUrl: string, log: Logger, now: () => Date): DynamicModule {
    const runtime = {
      provide: RUNTIME,
      inject: [CONNECTORS, HttpService],
      useFactory: (adapters: readonly Adapter[], http: HttpService) =>
        compose(env, databaseUrl, adapters, { http, log, now }),
    };
    const isWeb = env.HUB_ROLES.includes('web');
    return {
      module: HubModule,
      global: true,
      imports: [
        ConnectorsModule,
        HttpModule,
        ScheduleModule.forRoot(),
        LoggerModule.forRoot({
          pinoHttp: {
            logger: log,
            autoLogging: { ignore: ({ url }) => !LOGGED.test(url ?? '') },
            serializers: { req: logged, res: answered },
          },
        }),
        ...(isWeb ? [ApiModule] : []),
      ],
      // Whoever runs a process that only works asks it too whether it does.
      controllers: isWeb ? [] : [ProbesController],
      providers: [
        runtime,
        SyncService,
        ConfigurationService,
        AuditService,
        AlertsService,
        ReconcileService,
        DeadlinesService,
        ReportsService,
        ...(isWeb ? [] : [Metrics]),
      ],
      exports: [RUNTIME],
    };
  }
}
