import { failure, type Result, success } from '@shared/contract/failure';
import type { Filter } from '@shared/contract/page';
import { configField } from '@shared/domain/config-field';
import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import { recordSchemas } from '@shared/domain/records/record-map';
import { z } from 'zod';

const operators = { '!=': 'ne', '>=': 'gte', '<=': 'lte', '=': 'eq' } as const;
const shape = /^([A-Za-z._]+)(!=|>=|<=|=)(.*)$/s;

/** Reads `field=value` conditions; the value takes the type that the entity's schema gives the field. */
export function parseWhere(entity: EntityName, conditions: readonly string[]): Result<Filter[]> {
  const filters: Filter[] = [];
  for (const condition of conditions) {
    const [, field = '', operator = '', text = ''] = shape.exec(condition) ?? [];
    const schema = fieldSchema(entity, field);
    if (schema === undefined) {
      return failure(
        'invalid-input',
        `--where ${JSON.stringify(condition)} is not field=value with a field of ${entity}.`,
        `Its fields are: ${Object.keys(recordSchemas[entity].shape).join(', ')}.`,
      );
    }
    filters.push({
      field,
      op: operators[operator as keyof typeof operators],
      value: readValue(schema, text),
    });
  }
  return success(filters);
}

function fieldSchema(entity: EntityName, path: string): z.core.$ZodType | undefined {
  if (entity === 'application' && configField(path) !== undefined) return z.json();
  let schema: z.core.$ZodType | undefined = recordSchemas[entity];
  for (const part of path.split('.')) {
    schema = schema instanceof z.ZodObject ? schema.shape[part] : undefined;
  }
  return schema;
}

function readValue(schema: z.core.$ZodType, text: string): JsonValue {
  if (schema instanceof z.ZodBoolean) return text === 'true';
  if (schema instanceof z.ZodNumber) return Number(text);
  return schema instanceof z.ZodString || schema instanceof z.ZodEnum ? text : asJson(text);
}

/** Of a setting the type is not known here: what reads as a flag, a number or null is one. */
function asJson(text: string): JsonValue {
  return /^(true|false|null|-?\d+(\.\d+)?)$/.test(text) ? (JSON.parse(text) as JsonValue) : text;
}
