# Sets up one Python environment of this checkout; sourced by the other scripts, never run.
#
#   . script/env.sh ENVIRONMENT LOCK...      for instance: . script/env.sh .venv requirements/film.txt
#
# Installs the system packages that two Python packages (pycairo, manimpango) are compiled against, then exactly what the locks
# list, every file checked against its hash, then this project itself. A stamp remembers for which locks, project file and Python
# that was done: while it is equal there is nothing to do. Exit 3 says that something is missing which this script may not install.
set -euo pipefail
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"
# An inherited setting of pip or uv could change what is installed.
unset PIP_FIND_LINKS UV_FIND_LINKS PIP_REQUIRE_HASHES PIP_CONSTRAINT UV_CONSTRAINT PYTHONPATH PYTHONHOME VIRTUAL_ENV
export UV_SYSTEM_CERTS=1 PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_PROGRESS=1 UV_PYTHON_DOWNLOADS=never

SYSTEM_PACKAGES="gcc libc6-dev pkgconf libcairo2-dev libpango1.0-dev libpython3-dev python3-venv ca-certificates"
TOOLS=.venv-tools

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 3
}

find_python() {
  local name
  for name in ${ANIMKIT_PYTHON:-python3 python3.13 python3.12 python3.11}; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  stop "animkit needs Python 3.11, 3.12 or 3.13, and found none." "On Debian: apt-get install python3 python3-venv"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

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
  as_root apt-get update -q >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

system_ready() {
  case "$(uname -s)" in
    Linux) ;;
    Darwin) command -v pkg-config >/dev/null || stop "On macOS: brew install cairo pango pkg-config, then run this again (or: pip install .). macOS is not tested."; return ;;
    *) stop "animkit runs on Linux, and on Windows through WSL: install WSL with Debian, then run this there." ;;
  esac
  command -v dpkg-query >/dev/null || { say "Not a Debian system: taking it that a C compiler, pkg-config and the headers of cairo, pango and Python are there."; return; }
  local missing
  missing="$(apt_missing $SYSTEM_PACKAGES)"
  [ -z "$missing" ] && return
  may_install || stop "Some system packages are missing, and this user may not install them. Ask an administrator to run:" \
    "  apt-get install --no-install-recommends $missing" "then run this again: everything else needs no rights."
  apt_install $missing
}

# How the stamp is made: locks, project file, version and the interpreter.
fingerprint() {
  { cat "$@" pyproject.toml src/animkit/__init__.py; readlink -f "$PYTHON"; "$PYTHON" --version; } | sha256sum | cut -d' ' -f1
}

env_ready() {
  local env="$1" stamp
  shift
  PYTHON="$(find_python)"
  stamp="$(fingerprint "$@")"
  [ -x "$env/bin/animkit" ] && [ "$(cat "$env/stamp" 2>/dev/null)" = "$stamp" ] && return
  say "Setting up $env (once, about a minute)."
  system_ready
  if ! "$TOOLS/bin/uv" --version >/dev/null 2>&1; then
    "$PYTHON" -m venv --clear "$TOOLS"
    "$TOOLS/bin/pip" install -q --require-hashes -r requirements/uv.txt
  fi
  # An environment of another Python, or one whose making was cut short, is made anew.
  if [ "$("$env/bin/python" -c 'import sys; print(sys._base_executable)' 2>/dev/null | xargs -r readlink -f)" != "$(readlink -f "$PYTHON")" ]; then
    "$TOOLS/bin/uv" venv -q --clear --python "$PYTHON" "$env"
  fi
  VIRTUAL_ENV="$ROOT/$env" "$TOOLS/bin/uv" pip sync -q --require-hashes --build-constraints requirements/build.txt "$@"
  VIRTUAL_ENV="$ROOT/$env" "$TOOLS/bin/uv" pip install -q --no-deps --build-constraints requirements/build.txt -e .
  "$env/bin/python" -c 'import cairo, manimpango' || stop "pycairo or manimpango was installed but does not load; remove $env and run this again."
  printf '%s\n' "$stamp" >"$env/stamp"
}
