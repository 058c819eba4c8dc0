/** Conditions of a query, each with its value; `?` in a condition stands for the value's place. */
export class Where {
  readonly values: unknown[] = [];
  private readonly conditions: string[] = [];

  /** Adds nothing where the filter was not asked for. */
  and(condition: string, ...values: unknown[]): this {
    if (values.includes(undefined)) return this;
    const text = condition.replaceAll('?', () => this.place(values.shift()));
    this.conditions.push(`(${text})`);
    return this;
  }

  /** The place of one more value, for the parts of a query that are no condition. */
  place(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get sql(): string {
    return this.conditions.length > 0 ? `where ${this.conditions.join(' and ')}` : '';
  }
}

/** A pattern for ILIKE that finds the text as it was typed. */
export const containing = (text: string | undefined): string | undefined =>
  text && `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;
