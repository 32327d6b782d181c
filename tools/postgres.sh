#!/usr/bin/env bash
# A PostgreSQL of one's own for a test: in FOLDER, on a socket there, gone when it is stopped.
#   tools/postgres.sh start FOLDER    prints the folder of the socket
#   tools/postgres.sh stop FOLDER
#   tools/postgres.sh crash FOLDER    without a word, as a power cut would
#   tools/postgres.sh again FOLDER    starts one that crashed
#   tools/postgres.sh follow FOLDER OTHER    in FOLDER one that follows the one in OTHER
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
folder=$2
# PostgreSQL refuses to run as root.
as_server() {
  if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); else "$@"; fi
}
case "$1" in
  start)
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    as_server "$bin/initdb" --pgdata "$folder/data" --username gweld --auth trust --encoding UTF8 \
      --locale C --data-checksums >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
    as_server "$bin/pg_ctl" start --pgdata "$folder/data" --wait --log "$folder/log" --silent \
      --options "-k $folder -c listen_addresses='' -c max_connections=200 -c shared_buffers=64MB" >/dev/null
    echo "$folder"
    ;;
  crash)
    as_server "$bin/pg_ctl" stop --pgdata "$folder/data" --mode immediate --silent >/dev/null
    ;;
  follow)
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    as_server "$bin/pg_basebackup" --pgdata "$folder/data" --host "$3" --username gweld \
      --write-recovery-conf --checkpoint fast
    as_server "$bin/pg_ctl" start --pgdata "$folder/data" --wait --log "$folder/log" --silent \
      --options "-k $folder -c listen_addresses='' -c max_connections=200" >/dev/null
    ;;
  again)
    as_server "$bin/pg_ctl" start --pgdata "$folder/data" --wait --log "$folder/log" --silent \
      --options "-k $folder -c listen_addresses='' -c max_connections=200" >/dev/null
    ;;
  stop)
    as_server "$bin/pg_ctl" stop --pgdata "$folder/data" --mode immediate --silent >/dev/null 2>&1 || true
    rm -rf "$folder" "$folder.log"
    ;;
  *) echo "usage: tools/postgres.sh start|stop|crash|again|follow FOLDER" >&2; exit 2 ;;
esac
