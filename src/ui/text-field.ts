/** A field for text of one line: what is typed into it is never touched, and nothing keeps it from being pasted or filled in. */
import { html, nothing, type TemplateResult } from 'lit';
import { field, type FieldOptions } from './field.js';

export interface TextFieldOptions extends FieldOptions {
  /** Held: a call is under way. */
  readonly busy: boolean;
  /** What it holds before anybody types. */
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly inputmode?: 'text' | 'numeric';
  /** What browsers may fill in; without it they are asked to fill in nothing. */
  readonly autocomplete?: 'one-time-code' | 'current-password' | 'email' | 'tel-national' | 'tel-extension';
  /** `sentences` are words of the person's own, which a keyboard may correct as well. */
  readonly autocapitalize?: 'off' | 'characters' | 'sentences';
  /** Which way the text runs; without it as what is typed does. */
  readonly dir?: 'ltr' | 'auto';
  readonly isOptional?: boolean;
  /** A class of its own look. */
  readonly look?: string;
  /** A part beside `input`. */
  readonly part?: string;
}

/** Without `maxlength`, which would cut off what is pasted. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { name, busy, isOptional, value = '', autocapitalize = 'off' } = options;
  const isProse = autocapitalize === 'sentences';
  return field(
    options,
    ({ id, describedBy, isInvalid }) =>
      html`<input
        class=${options.look ?? nothing}
        part="input ${options.part}"
        id=${id}
        name=${name}
        type=${options.type ?? 'text'}
        inputmode=${options.inputmode ?? nothing}
        autocomplete=${options.autocomplete ?? 'off'}
        autocapitalize=${autocapitalize}
        autocorrect=${isProse ? 'on' : 'off'}
        spellcheck=${isProse}
        dir=${options.dir ?? 'auto'}
        .defaultValue=${value}
        ?required=${!isOptional}
        ?readonly=${busy}
        aria-invalid=${isInvalid}
        aria-describedby=${describedBy}
      />`,
  );
}

export interface CodeFieldOptions extends FieldOptions {
  readonly busy: boolean;
  readonly alphabet?: 'digits' | 'alphanumeric' | undefined;
}

/**
 * One field for a one-time code, never a row of boxes: pasting, autofill and password managers must work
 * (WCAG 2.2, 3.3.8). Codes are pasted with their decoration.
 */
export function codeField(options: CodeFieldOptions): TemplateResult {
  return textField({
    ...options,
    look: 'siw-code',
    part: 'code-input',
    inputmode: options.alphabet === 'alphanumeric' ? 'text' : 'numeric',
    autocomplete: 'one-time-code',
    dir: 'ltr',
  });
}
