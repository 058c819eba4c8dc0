import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConversation1768000000012 implements MigrationInterface {
  name = 'CreateConversation1768000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

// What names a person, a conversation or a message on a channel may hold a telephone number: it is sealed, and looked up
// by its keyed hash.
const STATEMENTS = [
  `create table person (
    id uuid primary key,
    instance text not null references instance (name),
    identity bytea not null,
    phone_hash bytea,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create index person_by_phone on person (phone_hash) where phone_hash is not null`,
  `create table person_alias (
    instance text not null references instance (name),
    hash bytea not null,
    person_id uuid not null references person (id),
    created_at timestamptz not null default now(),
    primary key (instance, hash)
  )`,
  `create index person_alias_by_person on person_alias (person_id)`,

  `create table conversation (
    id uuid primary key,
    instance text not null references instance (name),
    kind text not null check (kind in ('direct', 'comment')),
    hash bytea not null,
    address bytea not null,
    person_id uuid references person (id),
    complaint_id uuid references complaint (id),
    last_inbound_at timestamptz,
    collecting_since timestamptz,
    due_at timestamptz,
    asked_at timestamptz,
    greeted_at timestamptz,
    warned_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  // Where the person is known, so is the conversation between the two of us, whatever the platform calls it today.
  `create unique index conversation_direct on conversation (instance, person_id)
    where kind = 'direct' and person_id is not null`,
  `create unique index conversation_elsewhere on conversation (instance, hash, person_id) nulls not distinct
    where kind = 'comment' or person_id is null`,
  `create index conversation_due on conversation (due_at) where due_at is not null`,
  `create index conversation_by_complaint on conversation (complaint_id) where complaint_id is not null`,

  `create table message (
    id uuid primary key,
    instance text not null references instance (name),
    conversation_id uuid not null references conversation (id),
    direction text not null check (direction in ('in', 'out')),
    hash bytea,
    body bytea,
    at timestamptz not null,
    state text not null check (state in ('collected', 'taken', 'answered', 'dropped', 'imported', 'withdrawn',
      'queued', 'accepted', 'sent', 'delivered', 'read', 'failed')),
    state_at timestamptz not null default now(),
    reason text,
    complaint_id uuid references complaint (id),
    delivery_id uuid,
    inbox_id bigint,
    created_at timestamptz not null default now()
  )`,
  `create unique index message_heard_once on message (instance, hash)`,
  `create index message_by_delivery on message (delivery_id, id)`,
  `create index message_by_conversation on message (conversation_id, at)`,
  `create index message_by_complaint on message (complaint_id) where complaint_id is not null`,
  `create index message_dropped on message (state_at, id) where state = 'dropped'`,
];
