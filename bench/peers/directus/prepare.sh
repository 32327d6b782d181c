#!/usr/bin/env bash
# Makes Directus's own tables beside the county's, and says who may do what.
#   bench/peers/directus/prepare.sh SOCKET PORT FOLDER
set -euo pipefail
cd "$(dirname "$(realpath "$0")")"
. ./environment.sh "$1" "$2"
node node_modules/directus/cli.js bootstrap
psql -qX -v ON_ERROR_STOP=1 -v today="$COUNTY_TODAY" -h "$1" -U gweld -d directus -f permissions.sql <"$3/account.csv"
