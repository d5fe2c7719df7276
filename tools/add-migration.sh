#!/usr/bin/env bash
# Adds a migration of the same name for both databases: tools/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?give the migration a name}
dotnet tool restore >/dev/null
web=src/GovernancePortal.Web
dotnet build "$web" --verbosity quiet -p:RunAnalyzers=false
Database__Provider=Sqlite dotnet ef migrations add "$name" --no-build --project src/GovernancePortal.Migrations.Sqlite --startup-project "$web"
Database__Provider=SqlServer dotnet ef migrations add "$name" --no-build \
  --project src/GovernancePortal.Migrations.SqlServer --startup-project "$web"
