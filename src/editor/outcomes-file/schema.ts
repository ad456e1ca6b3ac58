import type { Container } from '../../core';

/** A field that a mapping of outcomes.yml may have, as its JSON Schema tells. */
export interface Field {
  readonly name: string;
  readonly about: string;
  /** What its value is: a text, a list of texts, a mapping, or a list of mappings. */
  readonly shape: 'text' | 'texts' | 'map' | 'maps';
  /** The values that it may have, when they are few. */
  readonly values: readonly string[];
}

/** The fields of each mapping, in the order in which the schema has them. */
export type Fields = Readonly<Record<Container, readonly Field[]>>;

/** Reads the schema that the extension ships for outcomes.yml; of one that is not it, no fields. */
export function fieldsOf(schema: unknown): Fields {
  const root = new Reading(schema, schema);
  const outcome = root.property('outcomes').items;
  const metric = outcome.property('metrics').items;
  const policy = root.property('policy');
  return {
    file: root.fields(),
    policy: policy.fields(),
    rules: policy.property('rules').fields(),
    outcome: outcome.fields(),
    metric: metric.fields(),
    'check-in': metric.property('check-ins').items.fields(),
    output: outcome.property('outputs').items.fields(),
  };
}

/** A part of the schema, references followed. */
class Reading {
  private readonly schema: Readonly<Record<string, unknown>>;

  constructor(
    schema: unknown,
    private readonly root: unknown,
  ) {
    this.schema = resolved(schema, root);
  }

  property(name: string): Reading {
    return new Reading(asObject(this.schema['properties'])[name], this.root);
  }

  get items(): Reading {
    return new Reading(this.schema['items'], this.root);
  }

  fields(): Field[] {
    return Object.keys(asObject(this.schema['properties'])).map((name) => this.property(name).field(name));
  }

  private field(name: string): Field {
    const { description, const: only, enum: all } = this.schema;
    const values = Array.isArray(all) ? (all as readonly unknown[]) : only === undefined ? [] : [only];
    const about = typeof description === 'string' ? description : '';
    return { name, about, shape: this.shape(), values: values.map(String) };
  }

  private shape(): Field['shape'] {
    const { type } = this.schema;
    if (type === 'array') return this.items.schema['type'] === 'object' ? 'maps' : 'texts';
    return type === 'object' ? 'map' : 'text';
  }
}

/** With what `$ref` and `allOf` add to it. */
function resolved(schema: unknown, root: unknown): Readonly<Record<string, unknown>> {
  const own = asObject(schema);
  const { $ref: reference, allOf: all } = own;
  const parts = Array.isArray(all) ? (all as readonly unknown[]) : [];
  const path = typeof reference === 'string' ? reference.replace(/^#\/?/, '').split('/') : [];
  const target = path.reduce<unknown>((at, name) => asObject(at)[name], root);
  return Object.assign(
    {},
    path.length === 0 ? {} : asObject(target),
    ...parts.map((part) => resolved(part, root)),
    own,
  ) as Record<string, unknown>;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
