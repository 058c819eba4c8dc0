import { autocompletion, type CompletionSource } from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import { nonce } from '../nonce.ts';
import { heard } from '../words/words.ts';
import { phrases } from './editor-phrases.ts';

/** Something wrong at a place of the text; lines and columns count from one. */
interface TextFault {
  line?: number | null;
  column?: number | null;
  message: string;
}

interface EditorProps {
  label: string;
  language: 'yaml' | 'json';
  value: string;
  onChange?: (text: string) => void;
  faults?: TextFault[];
  complete?: CompletionSource;
  readOnly?: boolean;
  /** Short ones grow with their text; tall ones scroll. */
  tall?: boolean;
}

const LANGUAGES = { yaml, json };

const look = EditorView.theme({
  '&': { fontSize: '0.8125rem', backgroundColor: 'var(--surface)', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--faint)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent-soft) 45%, transparent)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', border: '1px solid var(--line-strong)', color: 'var(--ink)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--ink)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-panels input, .cm-panels button': {
    padding: '3px 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: '5px',
    background: 'var(--surface)',
    color: 'var(--ink)',
  },
  '.cm-panel.cm-search [name=close]': { border: 'none', background: 'none' },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--info)' },
  { tag: tags.comment, color: 'var(--faint)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.meta], color: 'var(--faint)' },
]);

export default function Editor({
  label,
  language,
  value,
  onChange,
  faults = [],
  complete,
  readOnly = false,
  tall,
}: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef(onChange);
  told.current = onChange;
  const source = useRef(complete);
  source.current = complete;

  useEffect(() => {
    const made = new EditorView({
      parent: place.current ?? document.body,
      state: EditorState.create({
        doc: value,
        extensions: [
          basicSetup,
          keymap.of([indentWithTab]),
          LANGUAGES[language](),
          syntaxHighlighting(colours),
          look,
          lintGutter(),
          EditorView.cspNonce.of(nonce),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorState.phrases.of(phrases()),
          EditorState.readOnly.of(readOnly),
          autocompletion({ override: [(context) => source.current?.(context) ?? null] }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) told.current?.(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
    // The editor owns its text from here on; another text comes in through the effect below.
  }, [language, label, readOnly]);

  useEffect(() => {
    const now = view.current;
    if (!now || now.state.doc.toString() === value) return;
    now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const now = view.current;
    if (now)
      now.dispatch(
        setDiagnostics(
          now.state,
          faults.map((fault) => diagnosticOf(now.state, fault)),
        ),
      );
  }, [faults]);

  return <div ref={place} className={tall ? 'editor editor-tall' : 'editor'} />;
}

function diagnosticOf({ doc }: EditorState, { line, column, message }: TextFault): Diagnostic {
  const at = doc.line(Math.min(Math.max(line ?? 1, 1), doc.lines));
  const from = Math.min(at.from + Math.max((column ?? 1) - 1, 0), at.to);
  return { from, to: Math.max(from, at.to), severity: 'error', message: heard(message) };
}
