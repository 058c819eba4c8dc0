import { Module } from '@nestjs/common';
import { AlertsController } from '../alerts/alerts.controller.ts';
import { AuditController } from './audit/audit.controller.ts';
import { ComplaintsController } from './complaints/complaints.controller.ts';
import { ConversationsController } from './conversations/conversations.controller.ts';
import { InstancesController } from './instances/instances.controller.ts';
import { LacakController } from './lacak/lacak.controller.ts';
import { LampiranController } from './lampiran/lampiran.controller.ts';
import { ParkedController } from './parked/parked.controller.ts';
import { Metrics } from './probes/metrics.ts';
import { ProbesController } from './probes/probes.controller.ts';
import { ReconciliationController } from './reconciliation/reconciliation.controller.ts';
import { WebhooksController } from './webhooks/webhooks.controller.ts';

/** Everything that the hub answers over HTTP. RUNTIME comes from the module that composes the hub. */
@Module({
  controllers: [
    WebhooksController,
    ProbesController,
    ComplaintsController,
    ConversationsController,
    InstancesController,
    ParkedController,
    AlertsController,
    AuditController,
    LacakController,
    LampiranController,
    ReconciliationController,
  ],
  providers: [Metrics],
})
export class ApiModule {}
