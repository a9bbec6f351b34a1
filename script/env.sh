# shellcheck shell=bash
# Sets up one Python environment of this checkout; sourced by the other scripts, never run.
#
#   . script/env.sh
#   env_ready ENVIRONMENT LOCK...      for instance: env_ready .venv requirements/film.txt requirements/nodeps.txt
#
# Installs the system packages that two Python packages (pycairo, manimpango) are compiled against, then exactly what the locks
# list, every file checked against its hash, then this project itself. A stamp remembers for which locks, project file, Python and
# place that was done: while it is equal there is nothing to do. Exit 3 says that something is missing which this script may not install.
set -euo pipefail
CALLED_FROM="$PWD"
ROOT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
# An inherited setting of pip, uv or Python could change what is installed, or what is run.
unset PIP_FIND_LINKS UV_FIND_LINKS PIP_REQUIRE_HASHES PIP_CONSTRAINT UV_CONSTRAINT PYTHONPATH PYTHONHOME VIRTUAL_ENV
export UV_SYSTEM_CERTS=1 PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_PROGRESS=1 UV_PYTHON_DOWNLOADS=never

TOOLS=.venv-tools
COMPILED="gcc libc6-dev pkgconf libcairo2-dev libpango1.0-dev"
NEEDED_MB=2000

say() { printf '%s\n' "$@" >&2; }

stop() {
  say "$@"
  exit 3
}

# Sets PYTHON (the interpreter itself, whatever shim or environment named it) and VERSION (such as 3.11.2).
find_python() {
  local name found
  local names=(python3 python3.13 python3.12 python3.11)
  [ -n "${ANIMKIT_PYTHON:-}" ] && names=("$ANIMKIT_PYTHON")
  for name in "${names[@]}"; do
    found="$("$name" -IS -c 'import os, sys
if not (3, 11) <= sys.version_info[:2] <= (3, 13): sys.exit(1)
print(sys.version.split()[0], os.path.realpath(sys._base_executable))' 2>/dev/null)" || continue
    VERSION="${found%% *}" PYTHON="${found#* }"
    return
  done
  [ -n "${ANIMKIT_PYTHON:-}" ] && stop "ANIMKIT_PYTHON is '$ANIMKIT_PYTHON': that is no Python 3.11, 3.12 or 3.13 that runs."
  stop "animkit needs Python 3.11, 3.12 or 3.13, and found none." "On Debian 12 or 13: apt-get install python3" \
    "If it lies elsewhere: ANIMKIT_PYTHON=/path/to/python3.12 $0"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# Whether system packages may be installed without asking anybody for a password.
may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; }
}

apt_missing() {
  local name
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || printf '%s ' "$name"
  done
}

apt_install() {
  say "Installing system packages: $*"
  as_root apt-get update -q >/dev/null || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=60 "$@" >/dev/null
}

system_ready() {
  case "$(uname -s)" in
    Linux) ;;
    Darwin)
      command -v pkg-config >/dev/null || stop "On macOS: brew install cairo pango pkg-config, then run this again (or: pip install .). macOS is not tested."
      return
      ;;
    *) stop "animkit runs on Linux, and on Windows through WSL: install WSL with Debian, then run this there." ;;
  esac
  if ! command -v dpkg-query >/dev/null; then
    say "Not a Debian system: taking it that a C compiler, pkg-config and the headers of cairo, pango and Python are there."
    return
  fi
  local wanted=() missing=()
  read -r -a wanted <<<"$COMPILED ca-certificates"
  case "$PYTHON" in
    /usr/bin/*) wanted+=("lib$(basename "$PYTHON")-dev" "$(basename "$PYTHON")-venv") ;; # Another Python brings its own headers.
  esac
  read -r -a missing <<<"$(apt_missing "${wanted[@]}")"
  [ ${#missing[@]} = 0 ] && return
  may_install || stop "Some system packages are missing, and this user may not install them. Ask an administrator to run:" \
    "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" "then run this again: everything else needs no rights."
  apt_install "${missing[@]}" || stop "The system packages could not be installed. Is this machine online? By hand:" \
    "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
}

room_ready() {
  local free_mb
  free_mb="$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')"
  [ "$free_mb" -ge "$NEEDED_MB" ] ||
    stop "$ROOT has $free_mb MB free, and $NEEDED_MB MB are needed for the packages, the film and what is kept for the next one." \
      "Make room, or clone animkit to a larger disk."
}

# For which locks, project file, version, interpreter and place an environment was made.
fingerprint() {
  { cat "$@" pyproject.toml src/animkit/__init__.py && printf '%s\n' "$PYTHON" "$VERSION" "$ROOT"; } | { sha256sum 2>/dev/null || shasum -a 256; } | cut -d' ' -f1
}

env_ready() {
  local env="$1" stamp
  shift
  find_python
  cd "$ROOT"
  stamp="$(fingerprint "$@")"
  if ! { [ -x "$env/bin/animkit" ] && [ "$(cat "$env/stamp" 2>/dev/null)" = "$stamp" ]; }; then
    # Two at once would write into one environment: the second waits, and then finds little to do.
    if command -v flock >/dev/null; then
      exec 9>"$ROOT/.venv-lock"
      flock 9
    fi
    env_made "$env" "$stamp" "$@"
    exec 9>&-
  fi
  cd "$CALLED_FROM"
}

env_made() {
  local env="$1" stamp="$2" made_for="$ROOT $PYTHON" offline="The packages could not be fetched or compiled (see above). Is this machine online?"
  shift 2
  say "Setting up $env, once. It takes one or two minutes, fetches about 600 MB and needs about 2 GB of disk with the film."
  room_ready
  system_ready
  if ! "$TOOLS/bin/uv" --version >/dev/null 2>&1; then
    say "Installing uv, which installs the rest."
    "$PYTHON" -m venv --clear "$TOOLS" || stop "'$PYTHON -m venv' failed; on Debian and Ubuntu: apt-get install python3-venv"
    "$TOOLS/bin/python" -m pip install -q --require-hashes -r requirements/uv.txt || stop "$offline"
  fi
  # The scripts of an environment name its place and its Python: made for others, or cut short, it is made anew.
  if [ "$(cat "$env/made-for" 2>/dev/null)" != "$made_for" ]; then
    "$TOOLS/bin/uv" venv -q --clear --python "$PYTHON" "$env"
    printf '%s\n' "$made_for" >"$env/made-for"
  fi
  say "Installing Python packages, each checked against its hash."
  rm -f "$env/stamp"
  VIRTUAL_ENV="$ROOT/$env" "$TOOLS/bin/uv" pip sync -q --require-hashes --build-constraints requirements/build.txt "$@" || stop "$offline"
  VIRTUAL_ENV="$ROOT/$env" "$TOOLS/bin/uv" pip install -q --no-deps --build-constraints requirements/build.txt -e . || stop "$offline"
  "$env/bin/python" -c 'import cairo, manimpango' || stop "pycairo or manimpango was installed but does not load; remove $env and run this again."
  printf '%s\n' "$stamp" >"$env/stamp"
}
