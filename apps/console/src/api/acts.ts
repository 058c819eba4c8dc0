import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Shown } from './client.ts';

/**
 * What a person decides about a complaint: each is one address of the hub, each is audited.
 *
 * Whatever one dialog sends bears one key, so that a double click, or a second try after a lost answer, does one act.
 * `onDone` hears of what was done even where the dialog was closed meanwhile.
 */
export function useActs(number: string, onDone: () => void) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const at = { params: { path: { number }, header: { 'Idempotency-Key': key } } };
  const onSuccess = () => {
    onDone();
    return Promise.all(
      ['complaint', 'timeline'].map((name) => queries.invalidateQueries({ queryKey: [name, number] })),
    );
  };
  return {
    reply: useMutation({
      mutationFn: (body: Shown<'ReplyRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/reply', { ...at, body })),
      onSuccess,
    }),
    status: useMutation({
      mutationFn: (body: Shown<'StatusRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/status', { ...at, body })),
      onSuccess,
    }),
    disposition: useMutation({
      mutationFn: (body: Shown<'DispositionRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/disposition', { ...at, body })),
      onSuccess,
    }),
    forward: useMutation({
      mutationFn: (body: Shown<'ForwardRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/forward', { ...at, body })),
      onSuccess,
    }),
    needsInfo: useMutation({
      mutationFn: (body: Shown<'NeedsInfoRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/needs-info', { ...at, body })),
      onSuccess,
    }),
    authority: useMutation({
      mutationFn: (body: Shown<'AuthorityRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/authority', { ...at, body })),
      onSuccess,
    }),
    marks: useMutation({
      mutationFn: (body: Shown<'MarksRequest'>) =>
        answerOf(api.POST('/api/v1/complaints/{number}/marks', { ...at, body })),
      onSuccess,
    }),
  };
}

const KEY_BYTES = 16;

/** Browsers keep randomUUID from pages that came without TLS. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))].map(hex).join('');
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
