# Sourced by run.sh: what is asked of each system, and what is printed.

is_gweld() { [ "${1%%-*}" = gweld ]; }

until_it_answers() {
  for _ in $(seq 400); do
    curl -so /dev/null "http://127.0.0.1:${port[$1]}/" && return
    kill -0 "${main[$1]}" || { cat "$work/$1.log" >&2; exit 1; }
    sleep 0.1
  done
  echo "$1 does not answer" >&2
  exit 1
}

address_of() { # address_of SYSTEM PATH
  case $1 in directus) echo "/county/$2" ;; *) echo "/$2" ;; esac
}

all_good() { # what wrk wrote holds no answer but good ones
  if grep -E 'Non-2xx|Socket errors' "$work/wrk.txt"; then echo "not every answer was good: $1" >&2; exit 1; fi
}

milliseconds() { awk '/ms$/ {print $1 + 0; next} /us$/ {print $1 / 1000; next} {print $1 * 1000}' <<<"$1"; }

print_ratios() { # print_ratios WHAT FILE of "system rate p99", a line for each round
  awk -v what="$1" '
    {rates[$1] = rates[$1] " " $2; n[$1]++; sum[$1] += $2; if ($3 > worst[$1]) worst[$1] = $3}
    END {
      split("gweld gweld-postgresql django directus", order, " ")
      for (i = 1; i <= 4; ++i) {
        s = order[i]
        printf "%s, %s: %.1f/s on average of%s; worst p99 %.1f ms", what, s, sum[s] / n[s], rates[s], worst[s]
        if (i > 2) printf "; gweld answers %.1f times as many, on PostgreSQL %.1f", sum["gweld"] / sum[s], sum["gweld-postgresql"] / sum[s]
        printf "\n"
      }
    }' "$2"
}

warm_up() { # warm_up WHAT URL COOKIE; and says how much one answer is
  local status size
  wrk -t2 -c32 -d2s -H "Cookie: $3" "$2" >/dev/null
  read -r status size < <(curl -s -o /dev/null -w '%{http_code} %{size_download}\n' -H "Cookie: $3" "$2")
  # A page that sends to the sign-in is no fault to wrk.
  [ "$status" = 200 ] || { echo "$1: answered $status" >&2; exit 1; }
  echo "$1: $size bytes an answer"
}

measure() { # measure WHAT NAME PATH-OF-GWELD PATH-OF-THE-PEERS
  local round system cookie path url
  : >"$work/rates"
  for round in $(seq "$rounds"); do
    for system in "${systems[@]}"; do
      is_gweld "$system" && path=$3 || path=$4
      url="http://127.0.0.1:${port[$system]}$(address_of "$system" "$path")"
      cookie=$("$here/client.py" cookie "${system%%-*}" "${port[$system]}" "$2")
      [ "$round" -gt 1 ] || warm_up "$system, $1" "$url" "$cookie"
      wrk -t2 -c32 -d"${seconds}s" --timeout 30s --latency -H "Cookie: $cookie" "$url" >"$work/wrk.txt"
      all_good "$system, $1"
      keep_rate "$system" "$(awk '/Requests\/sec/ {print $2}' "$work/wrk.txt")"
    done
  done
  print_ratios "$1" "$work/rates"
}

keep_rate() { # keep_rate SYSTEM RATE
  echo "$1 $2 $(milliseconds "$(awk '/99%/ {print $2}' "$work/wrk.txt")")" >>"$work/rates"
}

visits_in() { # how many stand in the database itself
  case $1 in
    gweld) sqlite3 "$work/demo.gweld" "select count(*) from entry where kind = 'visit.made'" ;;
    gweld-postgresql) psql -XAt -h "$work/pg-$1" -U gweld -d county -c "select count(*) from entry where kind = 'visit.made'" ;;
    *) psql -XAt -h "$work/pg-$1" -U gweld -d "$1" -c "select count(distinct entry) from visit where made = 'made'" ;;
  esac
}

targets_of() { # targets_of SYSTEM: cookie and path for each family
  local name child
  while IFS=$'\t' read -r name child; do
    printf '%s\t%s\n' "$("$here/client.py" cookie "${1%%-*}" "${port[$1]}" "$name")" \
      "$(address_of "$1" "child/$child/visit")"
  done <"$work/families" >"$work/targets-$1"
}

# Counted in the database, not by the client. The percentile is of both requests, form and visit.
visits_recorded() {
  local round system before begun
  for system in "${systems[@]}"; do targets_of "$system"; done
  : >"$work/rates"
  for round in $(seq "$rounds"); do
    for system in "${systems[@]}"; do
      before=$(visits_in "$system")
      begun=$(date +%s%N)
      wrk -t32 -c32 -d"${seconds}s" --timeout 30s --latency -s "$here/visit.lua" \
        "http://127.0.0.1:${port[$system]}" -- "$work/targets-$system" >"$work/wrk.txt"
      all_good "$system, a visit"
      keep_rate "$system" "$(awk -v n=$(($(visits_in "$system") - before)) -v t=$(($(date +%s%N) - begun)) \
        'BEGIN {print n * 1e9 / t}')"
    done
  done
  print_ratios "a visit recorded (form asked for, filled in, sent)" "$work/rates"
}

# What its processes hold, shared pages divided among those who share them (Pss), so that what
# PostgreSQL's processes share is counted once.
memory_of() { # memory_of PID...: with all their children, in kB
  local pid total=0
  for pid in "$@"; do
    total=$((total + $(awk '/^Pss:/ {print $2}' "/proc/$pid/smaps_rollup")))
    for child in $(pgrep -P "$pid" || true); do total=$((total + $(memory_of "$child"))); done
  done
  echo "$total"
}

memory_of_all() {
  local system ours theirs
  for system in "${systems[@]}"; do
    theirs=$(memory_of "${main[$system]}")
    ours=0
    [ ! -d "$work/pg-$system" ] || ours=$(memory_of "$(head -1 "$work/pg-$system/data/postmaster.pid")")
    awk -v s="$system" -v a="$theirs" -v b="$ours" \
      'BEGIN {printf "memory afterwards, %s: %.1f MB, with its database %.1f MB\n", s, a / 1024, (a + b) / 1024}'
  done
}
