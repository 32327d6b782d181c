# Sourced by ./test --long: what takes longer.

say "The long suites: about two hours on two cores"

say "Building the program as it is shipped"
build_program

say "Building with the address and undefined-behaviour sanitizers, each file alone"
configure_and_build build/sanitized all -- -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 \
  -DGWELD_SANITIZE=ON -DCMAKE_UNITY_BUILD=OFF
many "unit and contract tests, sanitized" run_units build/sanitized
run_sanitized_commands() { python3 tests/commands/run.py build/sanitized/gweld; }
many "command line, sanitized" run_sanitized_commands

tidy_all() { git ls-files 'src/*.cc' | tidy; }
one "clang-tidy finds nothing in any file" tidy_all

check_threads() {
  configure_and_build build/threads "casework_tests store_tests web_tests" -- -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_FLAGS_DEBUG=-O1 -DGWELD_SANITIZE_THREAD=ON >build/threads-build.log 2>&1 ||
    { tail -50 build/threads-build.log; return 1; }
  setarch -R build/threads/casework_tests && setarch -R build/threads/store_tests &&
    setarch -R build/threads/web_tests
}
one "the thread sanitizer finds nothing" check_threads

# What every test that needs a record does, on the other make of database (tests/store/fresh_store.h).
# The programs of one server take their schemas one after the other; about five minutes.
run_units_on_postgres() {
  local folder server
  folder=$(mktemp -u -d "${TMPDIR:-/tmp}/gweld-long-XXXXXX")
  tools/postgres.sh start "$folder" >/dev/null || { echo "PostgreSQL did not start"; return 1; }
  server="postgresql://gweld@/postgres?host=$folder"
  for program in record ssd casework demo pages; do
    GWELD_TEST_POSTGRES=$server one_program "build/checked/${program}_tests" | sed 's/^[a-z_]*: //'
  done >build/on-postgres.log
  tools/postgres.sh stop "$folder"
  cat build/on-postgres.log
  sum_of build/on-postgres.log 5
}
many "units that keep a record, on PostgreSQL" run_units_on_postgres
run_commands_on_postgres() { python3 tests/commands/run.py "$gweld" --store postgres; }
many "command line on PostgreSQL (four minutes)" run_commands_on_postgres

# Each condition of the decision broken by itself, and each shown to decide by itself; seven minutes.
break_the_decision() { python3 tests/access/mutants.py build/checked; }
many "every condition of who may see what is broken once, and a test sees it" break_the_decision
decide_alone() { python3 tests/access/mcdc.py; }
many "every condition of who may see what decides by itself (MC/DC)" decide_alone

check_authority() { python3 tests/architecture/authority_in_queries.py build/checked/casework_tests; }
one "every statement says whose rows it means" check_authority

# Says so itself where there are no namespaces; then it counts as nothing, neither passed nor failed.
run_failovers() {
  python3 tests/wales/failovers.py build/release/gweld --failovers 5 --seed 1
  python3 tests/wales/failovers.py build/release/gweld --failovers 1 --seed 1 --replication asynchronous
}
run_both_failovers() {
  run_failovers >build/failovers.log
  cat build/failovers.log
  sum_of build/failovers.log 2
}
many "the leading one of three machines killed, paused, cut off, filled" run_both_failovers

fuzz() { bash tools/fuzz.sh --seconds 60; }
many "libFuzzer looks for bytes that break a reader, a minute each" fuzz

watch_a_year() { GWELD_WATCHED_WEEKS=52 build/checked/casework_tests --gtest_filter='WatchedWeeks.*'; }
one "everybody who looks where they should not is found, 52 weeks" watch_a_year
tamper() { GWELD_TAMPERING=10000 build/checked/audit_tests --gtest_filter='*amper*'; }
one "10,000 changes of a record behind our back are found, each with its place" tamper

# Any seed again: GWELD_SYNC_FIRST=SEED GWELD_SYNC_SEEDS=1.
check_phones() { GWELD_SYNC_SEEDS=10000 build/checked/pages_tests --gtest_filter='OfflineSync.*'; }
one "10,000 seeds of phones that lose their signal: nothing lost, nothing doubled" check_phones

# Any seed again: GWELD_SIMULATION_FIRST=SEED GWELD_SIMULATION_SEEDS=1. Not those of the usual tests.
check_simulation() {
  GWELD_SIMULATION_FIRST=1001 GWELD_SIMULATION_SEEDS=5000 build/checked/simulation_tests
}
one "5,000 seeds of the whole service in one thread, with faults: nothing lost, nothing doubled" check_simulation

run_whole_browser() { bash tests/browser/run.sh build/release/gweld; }
many "browser in every width, with and without scripts" run_whole_browser

run_browser_on_postgres() { STORE=postgres QUICK=1 bash tests/browser/run.sh build/release/gweld; }
many "browser on PostgreSQL (twenty minutes)" run_browser_on_postgres

run_every_fault() { GWELD_FAULTS=all GWELD_FLIPS=2000 one_program build/checked/faults_tests; }
many "every fault of the disk at every point" run_every_fault
run_many_faults() { run_faults 1000 200 2; }
many "killed and cut many times while people record" run_many_faults
