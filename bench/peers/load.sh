#!/usr/bin/env bash
# Fills a peer's database from what records.py wrote: tables, rows, then indexes and reports.
#   bench/peers/load.sh SOCKET DATABASE FOLDER
set -euo pipefail
here=$(dirname "$(realpath "$0")")
sql() { psql -qX -v ON_ERROR_STOP=1 -h "$1" -U gweld -d "$2" "${@:3}"; }
socket=$1 database=$2 folder=$3
columns() { # of the tables whose own numbers are given by the database
  case $1 in
    person) echo '(id, number, forename, surname, sex, born, language)' ;;
    family_member) echo '(family, person)' ;;
    meeting) echo '(entry, child, meeting, on_day)' ;;
    visit) echo '(entry, child, made, on_day, arrived, place, announced, seen, alone, bedroom, because, account, words, words_language, worker, recorded_at)' ;;
    event) echo '(child, kind, on_day, recorded_at, recorder, role, team, body)' ;;
  esac
}
sql "$socket" "$database" -f "$here/sql/tables.sql"
for table in team worker person family_member address registration allocation meeting visit event due_day; do
  sql "$socket" "$database" -c "\\copy $table $(columns $table) from '$folder/$table.csv' csv null '\\N'"
done
sql "$socket" "$database" -f "$here/sql/indexes.sql" -f "$here/sql/reports.sql" -c 'vacuum analyze'
