import { DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const nameOf = (table: Table | string) => (typeof table === 'string' ? table : table.name);

/** `openedAt` in code is `opened_at` in the database; keys carry their columns in their names. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string, prefixes: string[]): string {
    return snake(super.columnName(property, custom, prefixes));
  }

  override joinColumnName(relation: string, column: string): string {
    return snake(`${relation}_${column}`);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return this.keyName('ix', table, columns);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return this.keyName('uq', table, columns);
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return this.keyName('uq', table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return this.keyName('fk', table, columns);
  }

  /** MariaDB takes 64 characters. */
  private keyName(kind: string, table: Table | string, columns: string[]): string {
    return `${kind}_${nameOf(table)}__${columns.join('_')}`.slice(0, 64);
  }
}
