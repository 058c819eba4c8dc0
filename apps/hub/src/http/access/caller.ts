import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Account } from '#store';
import type { Actor } from '#sync';
import type { Request } from 'express';
import { badField } from '../problems/problem.ts';
import { type Permission, PERSONAL } from './permissions.ts';
import type { Scope } from './scope.ts';

/** A person who has logged in. */
export interface Person extends Account {
  sessionId: string;
  /** What a change must carry in its header, so that no other page can ask for it in the person's name. */
  csrf: string;
}

/** Whoever asks: a person, or the holder of a key. */
export interface Caller {
  /** What the audit calls the caller. */
  actor: Actor;
  person: Person | null;
  /** Of the machine's key that was shown; `null` for persons and HUB_API_KEY. */
  keyId: string | null;
  /** `all` has what no permission is named for, too. */
  permissions: 'all' | ReadonlySet<Permission>;
  scope: Scope;
}

/** `undefined` is what a route asks for that names nothing. */
export function may({ person, permissions }: Caller, permission: Permission | undefined): boolean {
  if (permission === undefined) return permissions === 'all';
  if (PERSONAL.has(permission) && !person) return false;
  return permissions === 'all' || permissions.has(permission);
}

const callers = new WeakMap<Request, Caller>();

export const remember = (request: Request, caller: Caller): void => void callers.set(request, caller);

function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error('Nobody was asked who this is');
  return caller;
}

/** The caller, as the guard found out. */
export const By = createParamDecorator(
  (_none: unknown, context: ExecutionContext): Caller => callerOf(context.switchToHttp().getRequest<Request>()),
);

const ONCE_KEY = /^[\w-]{8,80}$/;

export interface OnceCaller extends Caller {
  /** Names the request, so that it is done once however often it is sent; `null` where the caller named none. */
  onceKey: string | null;
}

/** The caller, and the Idempotency-Key that came along. */
export const ByOnce = createParamDecorator((_none: unknown, context: ExecutionContext): OnceCaller => {
  const request = context.switchToHttp().getRequest<Request>();
  const onceKey = request.get('idempotency-key') ?? null;
  if (onceKey !== null && !ONCE_KEY.test(onceKey)) {
    throw badField('Idempotency-Key', 'harus 8 sampai 80 huruf, angka, - atau _');
  }
  return { ...callerOf(request), onceKey };
});

/** The person who asks, where the route needs what only persons may. */
export const ByPerson = createParamDecorator((_none: unknown, context: ExecutionContext): Person => {
  const { person } = callerOf(context.switchToHttp().getRequest<Request>());
  if (!person) throw new Error('The route needs no permission that is for persons alone');
  return person;
});
