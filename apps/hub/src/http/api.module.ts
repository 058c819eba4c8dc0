import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AlertsController } from '../alerts/alerts.controller.ts';
import { ChannelsController } from '../alerts/channels.controller.ts';
import { RecapService } from '../recap/recap.service.ts';
import { AccessGuard } from './access/access.guard.ts';
import { InvitationsController } from './accounts/invitations.controller.ts';
import { KeysController } from './accounts/keys.controller.ts';
import { LogInService } from './accounts/log-in.ts';
import { MeController } from './accounts/me.controller.ts';
import { OidcController } from './accounts/oidc.controller.ts';
import { OidcService } from './accounts/oidc.ts';
import { SessionController } from './accounts/session.controller.ts';
import { SessionsController } from './accounts/sessions.controller.ts';
import { Throttle } from './accounts/throttle.ts';
import { UsersController } from './accounts/users.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { ActsController } from './complaints/acts.controller.ts';
import { ComplaintsController } from './complaints/complaints.controller.ts';
import { ConversationsController } from './conversations/conversations.controller.ts';
import { DataController } from './data/data.controller.ts';
import { OpenData } from './data/data.service.ts';
import { InstancesController } from './instances/instances.controller.ts';
import { FeedsController } from './lacak/feeds.controller.ts';
import { NewInstanceController } from './instances/new-instance.controller.ts';
import { LacakController } from './lacak/lacak.controller.ts';
import { Live } from './lacak/live.ts';
import { Pages } from './lacak/pages.ts';
import { ReporterController } from './lacak/reporter.controller.ts';
import { LampiranController } from './lampiran/lampiran.controller.ts';
import { Feed } from './live/feed.ts';
import { StreamController } from './live/stream.controller.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { ParkedController } from './parked/parked.controller.ts';
import { Metrics } from './probes/metrics.ts';
import { ProbesController } from './probes/probes.controller.ts';
import { ProfilesController } from './profiles/profiles.controller.ts';
import { SecretsController } from './profiles/secrets.controller.ts';
import { RecapController } from './recap/recap.controller.ts';
import { RecapFilesController } from './recap/recap-files.controller.ts';
import { ReportsController } from './recap/reports.controller.ts';
import { ReconciliationController } from './reconciliation/reconciliation.controller.ts';
import { RoutingController } from './routing/routing.controller.ts';
import { TriageController } from './triage/triage.controller.ts';
import { ViewsController } from './views/views.controller.ts';
import { WebhooksController } from './webhooks/webhooks.controller.ts';

/** Everything that the hub answers over HTTP. RUNTIME comes from the module that composes the hub. */
@Module({
  controllers: [
    WebhooksController,
    ProbesController,
    ComplaintsController,
    ActsController,
    ConversationsController,
    TriageController,
    InstancesController,
    NewInstanceController,
    ProfilesController,
    SecretsController,
    ParkedController,
    OverviewController,
    StreamController,
    AlertsController,
    ChannelsController,
    AuditController,
    DataController,
    FeedsController,
    LacakController,
    ReporterController,
    LampiranController,
    ReconciliationController,
    RecapController,
    RecapFilesController,
    ReportsController,
    RoutingController,
    SessionController,
    SessionsController,
    MeController,
    KeysController,
    OidcController,
    UsersController,
    InvitationsController,
    ViewsController,
  ],
  providers: [
    Metrics,
    Feed,
    LogInService,
    OidcService,
    Throttle,
    Live,
    Pages,
    RecapService,
    OpenData,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [RecapService],
})
export class ApiModule {}
