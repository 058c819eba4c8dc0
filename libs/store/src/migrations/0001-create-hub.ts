import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHub1764000000000 implements MigrationInterface {
  name = 'CreateHub1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  `create table setting (key text primary key, value text not null)`,

  `create table instance (
    name text primary key,
    connector text not null,
    state text not null default 'active' check (state in ('active', 'paused')),
    paused_reason text,
    paused_by text,
    paused_at timestamptz,
    cursor text,
    polled_at timestamptz,
    poll_error text,
    poll_lease_until timestamptz,
    poll_fence bigint not null default 0,
    heard_at timestamptz,
    breaker_failures int not null default 0,
    breaker_until timestamptz,
    throttled_until timestamptz,
    token bytea,
    token_expires_at timestamptz,
    created_at timestamptz not null default now()
  )`,

  `create sequence complaint_number`,
  `create table complaint (
    id uuid primary key,
    number text not null unique,
    token text not null unique,
    title text,
    text text not null,
    channel text not null,
    origin text not null references instance (name),
    handler text not null references instance (name),
    status text not null,
    outcome text,
    rejection text,
    reason text,
    category text,
    kewenangan text,
    opd text,
    location jsonb,
    anonim boolean not null,
    rahasia boolean not null,
    returned_by text[] not null default '{}',
    reporter bytea,
    opened_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create index complaint_by_status on complaint (status, id)`,

  `create table link (
    id uuid primary key,
    complaint_id uuid not null references complaint (id),
    instance text not null references instance (name),
    external_id text,
    reference text,
    role text not null check (role in ('origin', 'home', 'handler')),
    state text not null check (state in ('pending', 'open', 'returned', 'gone', 'refused')),
    url text,
    label text,
    label_at timestamptz,
    facts_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create unique index link_by_external_id on link (instance, external_id)`,
  `create unique index link_by_reference on link (instance, reference)`,
  `create unique index link_one_at_a_time on link (complaint_id, instance) where state in ('pending', 'open')`,
  `create index link_by_complaint on link (complaint_id)`,

  `create table inbox (
    id bigint generated always as identity primary key,
    instance text not null references instance (name),
    kind text not null check (kind in ('webhook', 'poll', 'case')),
    delivery_id text not null,
    headers jsonb not null default '{}',
    body bytea not null,
    body_hash bytea not null,
    state text not null default 'new' check (state in ('new', 'waiting', 'parked', 'done', 'skipped')),
    case_key text,
    attempts int not null default 0,
    run_at timestamptz not null default now(),
    code text,
    reason text,
    trace_id text not null,
    received_at timestamptz not null default now(),
    done_at timestamptz
  )`,
  `create unique index inbox_heard_once on inbox (instance, delivery_id)`,
  `create index inbox_new on inbox (instance, id) where state = 'new'`,
  `create index inbox_waiting on inbox (instance, run_at) where state = 'waiting'`,
  `create index inbox_parked on inbox (id) where state = 'parked'`,

  `create table event (
    id uuid primary key,
    complaint_id uuid not null references complaint (id),
    instance text not null references instance (name),
    event_id text not null,
    type text not null,
    at timestamptz not null,
    body jsonb,
    effect text not null,
    inbox_id bigint,
    received_at timestamptz not null default now()
  )`,
  `create unique index event_heard_once on event (instance, event_id)`,
  `create index event_by_complaint on event (complaint_id, id)`,

  `create table outbox (
    id uuid primary key,
    seq bigint generated always as identity,
    lane text not null,
    complaint_id uuid not null references complaint (id),
    instance text not null references instance (name),
    kind text not null,
    event_id uuid,
    body jsonb not null,
    state text not null default 'waiting'
      check (state in ('waiting', 'sending', 'uncertain', 'parked', 'done', 'skipped')),
    attempts int not null default 0,
    unsettled boolean not null default false,
    run_at timestamptz not null default now(),
    lease_until timestamptz,
    fence bigint not null default 0,
    since text,
    tried_at timestamptz,
    failure text,
    reason text,
    rule text,
    trace_id text not null,
    created_at timestamptz not null default now(),
    done_at timestamptz
  )`,
  `create index outbox_lane on outbox (lane, seq) where state not in ('done', 'skipped')`,
  `create index outbox_due on outbox (instance, run_at) where state in ('waiting', 'sending')`,
  `create index outbox_waits_for_person on outbox (seq) where state in ('parked', 'uncertain')`,
  `create index outbox_by_complaint on outbox (complaint_id, seq)`,

  `create table attachment_blob (sha256 bytea primary key, bytes bytea not null)`,
  `create table attachment (
    id uuid primary key,
    complaint_id uuid not null references complaint (id),
    event_id uuid not null,
    instance text not null references instance (name),
    external_id text not null,
    url text not null,
    state text not null default 'pending' check (state in ('pending', 'stored', 'refused')),
    reason text,
    mime text,
    size int,
    sha256 bytea references attachment_blob (sha256),
    token text not null unique,
    created_at timestamptz not null default now()
  )`,
  `create index attachment_by_complaint on attachment (complaint_id)`,
  `create index attachment_by_event on attachment (event_id)`,

  `create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    hop text not null check (hop in ('receive', 'ingest', 'deliver', 'person', 'system')),
    actor text not null,
    instance text,
    direction text check (direction in ('in', 'out')),
    complaint_id uuid,
    event_id text,
    event_type text,
    delivery_id uuid,
    inbox_id bigint,
    outcome text not null,
    attempt int,
    rule text,
    detail text,
    request jsonb,
    answer jsonb,
    duration_ms int,
    trace_id text not null
  )`,
  `create index audit_by_complaint on audit (complaint_id, id) where complaint_id is not null`,
  `create index audit_by_instance on audit (instance, id)`,
  `create index audit_by_trace on audit (trace_id)`,
  `create function audit_is_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'audit is append-only';
    end
  $$`,
  `create trigger audit_no_change before update or delete on audit
    for each row execute function audit_is_append_only()`,
  `create trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_is_append_only()`,

  `create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
];
