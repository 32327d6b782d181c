#!/usr/bin/env bash
# What package-lock.json names, from npm; and the one part that has to be compiled for this machine.
#   bench/peers/directus/install.sh
set -euo pipefail
cd "$(dirname "$(realpath "$0")")"
cmp -s package-lock.json node_modules/.lock-installed && exit 0
npm ci --ignore-scripts --no-audit --no-fund
(cd node_modules/isolated-vm && ../.bin/node-gyp rebuild --release --nodedir=/usr)
cp package-lock.json node_modules/.lock-installed
