#!/bin/sh
# From a fresh clone to the open console with a sample workspace: sh installer/run.sh
# Without a display the console shows itself in pictures instead, and their folder is printed.
set -u
cd "$(dirname "$0")/.." || exit 1
. installer/common.sh

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    install_packages build run
else
    install_packages build run headless
fi

say "building (five to ten minutes the first time)"
mkdir -p build
cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log; fail "configuring failed"; }
cmake --build --preset release --target gatehouse gatehouse-admin || fail "the build failed"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/gatehouse --demo
fi

say "no display (DISPLAY and WAYLAND_DISPLAY are unset): taking pictures of the console instead"
tour=$PWD/build/tour
rm -rf "$tour"
mkdir -p "$tour"
on_virtual_display build/release/bin/gatehouse --tour "$tour" || fail "the tour failed"
say "the pictures are in $tour:"
ls "$tour"
