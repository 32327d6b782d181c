# Sourced by ./start and ./test: makes a Debian 12 machine able to build Gweld, and builds it.
# Says what it is doing before anything that takes longer than two seconds.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top" || exit 1

# Reasons are in docs/dependencies.md.
packages_to_run=(
  g++ cmake ninja-build ccache mold pkg-config gettext ca-certificates
  libboost1.81-dev libboost-json1.81-dev libboost-locale1.81-dev libsqlite3-dev libpq-dev libsodium-dev
  libtomlplusplus-dev libhowardhinnant-date-dev libicu-dev libcli11-dev zlib1g-dev libbrotli-dev
  libpango1.0-dev libcairo2-dev libqpdf-dev libpugixml-dev libzip-dev libseccomp-dev libssl-dev
  liboath-dev libqrencode-dev
  fonts-liberation fonts-dejavu-core tzdata
)
packages_to_test=(
  libgtest-dev librapidcheck-dev clang-tidy-19 clang-format-19 chromium sqlite3
  python3 poppler-utils postgresql-15
)
packages_to_test_long=(
  patroni etcd-server haproxy nftables iproute2 xfsprogs
  clang-19 llvm-19 libclang-rt-19-dev
)

say() { printf '%s\n' "== $*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    stop "Gweld needs to install Debian packages: run this as root, or install sudo."
  fi
}

missing_of() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      printf '%s\n' "$package"
  done
}

install_packages() {
  local missing
  mapfile -t missing < <(missing_of "$@")
  # Any Node.js from 18 on will do; Debian's own is 18.
  command -v node >/dev/null 2>&1 || missing+=(nodejs)
  command -v npm >/dev/null 2>&1 || missing+=(npm)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing from Debian: ${missing[*]}"
  as_root apt-get update -q || stop "The list of Debian packages could not be fetched."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o Dpkg::Use-Pty=0 "${missing[@]}" || stop "Debian's packages could not be installed."
}

install_from_npm() {
  local stamp=node_modules/.gweld-lock
  cmp -s package-lock.json "$stamp" 2>/dev/null && return 0
  say "Installing from npm what package-lock.json names (a minute or so)"
  npm ci --ignore-scripts --no-audit --no-fund || stop "The npm packages could not be installed."
  cp package-lock.json "$stamp"
}

build_assets() {
  local newest=build/assets/.built
  if [ -f "$newest" ] && [ -z "$(find assets package-lock.json -newer "$newest" -print -quit)" ]; then
    return 0
  fi
  say "Building styles and scripts"
  node assets/build.mjs || stop "The styles and scripts could not be built."
  touch "$newest"
}

# configure_and_build DIRECTORY TARGETS -- CMAKE ARGUMENTS
configure_and_build() {
  local directory=$1 targets=$2
  shift 3
  [ -f "$directory/build.ninja" ] || say "Preparing $directory"
  cmake -S . -B "$directory" -G Ninja "$@" >"$directory.log" 2>&1 ||
    { cat "$directory.log"; stop "CMake could not prepare the build."; }
  # shellcheck disable=SC2086
  ninja -C "$directory" $targets || stop "The build failed; what is wrong stands above."
}

build_program() {
  mkdir -p build
  say "Building Gweld (the first time some minutes, then seconds)"
  configure_and_build build/release "gweld" -- -DCMAKE_BUILD_TYPE=Release
}
