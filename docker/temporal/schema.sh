#!/bin/sh
# Makes Temporal's two databases where there are none and brings them to this release's schema; may be repeated.
# Reads POSTGRES_HOST, POSTGRES_USER and SQL_PASSWORD.
set -eu

schemas=${SCHEMAS:-/etc/temporal/schema/postgresql/v12}
tool() { temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_HOST" --port "${POSTGRES_PORT:-5432}" --user "$POSTGRES_USER" "$@"; }

for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  folder=$schemas/${pair##*:}/versioned
  tool --db "$database" create
  # Fails where the schema's own tables are already there; what counts is the update after it.
  tool --db "$database" setup-schema -v 0.0 || true
  tool --db "$database" update-schema -d "$folder"
done
