# Sourced by run.sh and test.sh; POSIX sh. Expects the current folder to be the root of the sources.

LANG=C.UTF-8
LC_ALL=C.UTF-8
export LANG LC_ALL
# A container may have no HOME; the demo workspace and the caches need one.
: "${HOME:=$(getent passwd "$(id -u)" | cut -d: -f6)}"
export HOME

if command -v ccache >/dev/null 2>&1; then
    # A compiler cache that is there anyway serves every clone; precompiled headers want the sloppiness.
    CMAKE_CXX_COMPILER_LAUNCHER=ccache
    CCACHE_BASEDIR=$PWD
    CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    export CMAKE_CXX_COMPILER_LAUNCHER CCACHE_BASEDIR CCACHE_NOHASHDIR CCACHE_SLOPPINESS
fi

say() {
    printf '%s\n' "gatehouse: $*"
}

# cleanly COMMAND: runs it at the end, whatever ends the script. A shell runs no EXIT trap on a signal it doesn't trap.
cleanly() {
    # shellcheck disable=SC2064
    trap "$1" EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 141' PIPE
    trap 'exit 143' TERM
}

fail() {
    printf '%s\n' "gatehouse: $*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

is_in_the_archive() {
    apt-cache show "$1" >/dev/null 2>&1
}

# The packages of the given kinds (build, run, ...) that are listed and not installed.
missing_packages() {
    for kind in "$@"; do
        sed -n "s/^$kind  *\([^ ]*\).*/\1/p" installer/packages.txt
    done | while read -r package; do
        is_installed "${package%\?}" || printf '%s\n' "$package"
    done
}

# Without those that this release does not have although the list says it may not.
obtainable() {
    for package in "$@"; do
        case $package in
        *\?)
            if is_in_the_archive "${package%\?}"; then
                printf '%s\n' "${package%\?}"
            fi ;;
        *)
            printf '%s\n' "$package" ;;
        esac
    done
}

apt_install() {
    # Installing the server would start a cluster of its own on the machine; tests have theirs in a temporary folder.
    no_cluster=/etc/postgresql-common/createcluster.d/gatehouse.conf
    as_root mkdir -p "${no_cluster%/*}"
    printf 'create_main_cluster = false\n' | as_root tee "$no_cluster" >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
    status=$?
    as_root rm -f "$no_cluster"
    return $status
}

# install_packages build run ...: makes sure of every listed package of these kinds. Does nothing when all are there.
install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || fail "this script knows apt only (Debian 12+, Ubuntu 24.04+); see installer/packages.txt"
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086
    wanted=$(obtainable $missing)
    [ -n "$wanted" ] || ! is_in_the_archive cmake || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        fail "not installed:" $missing "- run this as root, or install sudo, or install them by hand"
    fi
    say "installing with apt (installer/packages.txt says what for):" ${wanted:-$missing}
    # Lists that were never read hold nothing; old ones name files that are gone from the archive.
    # shellcheck disable=SC2086
    if is_in_the_archive cmake && apt_install $wanted; then
        return 0
    fi
    as_root apt-get update || fail "apt-get update failed: check the network and /etc/apt/sources.list"
    # shellcheck disable=SC2086
    wanted=$(obtainable $missing)
    # shellcheck disable=SC2086
    [ -z "$wanted" ] || apt_install $wanted || fail "apt-get could not install:" $wanted
}

# Runs a program on a virtual display of the size that the interface is designed at.
on_virtual_display() {
    # Qt's xcb plugin wants no GPU; without /dev/shm it falls back to plain X transfers.
    QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1440x900x24' "$@"
}
