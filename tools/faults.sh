#!/usr/bin/env bash
# Kills, power cuts, failovers, faults of the disk at every point, seeds of the simulation, and
# flipped bits, in one run: prints what each came to and writes docs/hazards/figures.md with the
# date, the machine and the commit. The numbers are those of this run and no other.
#
#   tools/faults.sh [--seed N] [--length short|usual|long] [BUILD FOLDER]
#
# short: a few of each, two minutes. usual: 200 kills, 40 cuts, 5 failovers and 2,000 seeds, about
# twenty. long: 10,000 kills, 1,000 cuts on each kind of disk, 100 failovers and 20,000 seeds: a
# night. Needs: ninja gweld faults_tests simulation_tests; for the cuts root and loop devices, for
# the failovers root, namespaces and Debian's patroni, etcd-server, haproxy, nftables; says so when
# they were not run.
set -uo pipefail
cd "$(dirname "$(realpath "$0")")/.." || exit 1
seed=1
length=usual
build=build/release
while [ $# -gt 0 ]; do
  case "$1" in
    --seed) seed=$2; shift 2 ;;
    --length) length=$2; shift 2 ;;
    -*) echo "usage: tools/faults.sh [--seed N] [--length short|usual|long] [BUILD FOLDER]" >&2; exit 2 ;;
    *) build=$1; shift ;;
  esac
done
case "$length" in
  short) kills=10 cuts=5 faults=some flips=40 failovers=0 seeds=200 ;;
  usual) kills=200 cuts=40 faults=all flips=400 failovers=5 seeds=2000 ;;
  long) kills=10000 cuts=1000 faults=all flips=20000 failovers=100 seeds=20000 ;;
  *) echo "there is no length $length" >&2; exit 2 ;;
esac
gweld=$build/gweld
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=$work/log
"$gweld" demo --data "$work/county.gweld" >/dev/null || exit 1

failed=0
step() {
  echo "== $*"
  "$@" 2>&1 | tee -a "$log"
  [ "${PIPESTATUS[0]}" = 0 ] || failed=1
}
usual=(--data "$work/county.gweld" --seed "$seed")
step python3 tests/faults/kills.py "$gweld" "${usual[@]}" --kills "$kills"
step python3 tests/faults/kills.py "$gweld" "${usual[@]}" --kills 5 --keys forgotten
step python3 tests/faults/stops.py "$gweld" "${usual[@]}" --stops 10
step python3 tests/faults/stops.py "$gweld" "${usual[@]}" --stops 3 --signal KILL
for disk in ext4 xfs; do
  step python3 tests/faults/cuts.py "$gweld" "${usual[@]}" --cuts "$cuts" --disk "$disk"
done
step python3 tests/faults/cuts.py "$gweld" "${usual[@]}" --cuts 10 --flushing lies
if [ "$failovers" = 0 ]; then
  echo 'figures {"failovers": {"not_run": "the short run has none"}}' | tee -a "$log"
else
  step python3 tests/wales/failovers.py "$gweld" "${usual[@]}" --failovers "$failovers"
  step python3 tests/wales/failovers.py "$gweld" "${usual[@]}" --failovers 1 --replication asynchronous
fi
export GWELD_FAULTS=$faults GWELD_FLIPS=$flips GWELD_SEED=$seed
step "$build/faults_tests" --gtest_brief=1
export GWELD_SIMULATION_FIRST=$seed GWELD_SIMULATION_SEEDS=$seeds
step "$build/simulation_tests" --gtest_brief=1

mkdir -p docs/hazards
python3 tests/faults/figures.py "$log" "$length" "$seed" "$failed" >docs/hazards/figures.md
echo "docs/hazards/figures.md is written."
exit "$failed"
