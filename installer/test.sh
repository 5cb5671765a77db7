#!/bin/sh
# Everything that must hold before a change lands: sh installer/test.sh
#   --fast    the dev build and its tests only: no sanitizers, static checks, release build or tour
# Prints the seconds of each step. GATEHOUSE_LINT_LIMIT=200 checks that many recently changed files instead of 16.
set -u
cd "$(dirname "$0")/.." || exit 1
. installer/common.sh
. installer/cluster.sh
. installer/lint.sh

fast=no
case "${1:-}" in
--fast) fast=yes ;;
'') ;;
*) fail "usage: sh installer/test.sh [--fast]" ;;
esac

work=$(mktemp -d "${TMPDIR:-/tmp}/gatehouse-test.XXXXXX") || exit 1
failed=

finish() {
    stop_cluster
    rm -rf "$work"
}
cleanly finish

# timed NAME COMMAND...: runs it, notes how long it took and whether it failed.
timed() {
    name=$1
    shift
    say "== $name"
    began=$(date +%s)
    result=ok
    "$@" || result=FAILED
    printf '%6d s  %-6s  %s\n' "$(($(date +%s) - began))" "$result" "$name" >>"$work/steps"
    [ "$result" = ok ] || failed="$failed, $name"
    [ "$result" = ok ]
}

# Whatever keeps only the end of a long output has to show why a step failed.
kept() {
    { "$@" 2>&1; echo $? >"$work/status"; } | tee "$work/output"
    return "$(cat "$work/status")"
}

step() {
    title=$1
    shift
    timed "$title" kept "$@" && return 0
    { say "== $title failed, at its end:"; tail -n 60 "$work/output"; } >>"$work/failures"
    return 1
}

summary() {
    [ -z "$failed" ] || cat "$work/failures" 2>/dev/null
    say "seconds per step"
    cat "$work/steps"
    [ -z "$failed" ] || fail "failed: ${failed#, }"
    say "all steps passed"
}

# One that others rest on, in this shell: without it there is nothing to go on with.
essential() {
    timed "$@" || { summary; exit 1; }
}

build() {
    cmake --preset "$1" && cmake --build --preset "$1"
}

run_tests() {
    GATEHOUSE_NO_SKIP=1 GATEHOUSE_TEST_PG=$cluster_uri \
        ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 \
        UBSAN_OPTIONS=print_stacktrace=1 \
        LSAN_OPTIONS=suppressions=$PWD/tests/support/leaks.txt:print_suppressions=0 \
        ctest --preset "$1" -j "$(nproc)"
}

# The pictures go to a workspace of their own, not to the sample workspace of whoever runs the tests.
tour() {
    mkdir -p "$work/home" "$work/tour"
    HOME=$work/home XDG_DATA_HOME=$work/home XDG_CONFIG_HOME=$work/home XDG_CACHE_HOME=$work/home \
        on_virtual_display build/release/bin/gatehouse --tour "$work/tour" || return 1
    pictures=0
    for picture in "$work"/tour/*.png; do
        [ -s "$picture" ] || { say "the tour left no picture"; return 1; }
        pictures=$((pictures + 1))
    done
    say "the tour took $pictures pictures"
}

# Both sides of the line to the helper program, with bytes that nobody would send: reached in seconds, and never the same.
fuzz() {
    command -v clang++-14 >/dev/null 2>&1 || { say "not run: this release has no Clang 14"; return 0; }
    cmake --preset asan -DGATEHOUSE_FUZZ=ON >/dev/null && cmake --build --preset asan --target fuzzers || return 1
    seed=$(date +%s)
    for fuzzer in fuzzrequests fuzzanswers; do
        mkdir -p "$work/$fuzzer"
        build/asan/bin/$fuzzer --corpus="$work/$fuzzer" || return 1
        say "$fuzzer: -seed=$seed"
        build/asan/bin/$fuzzer -seed="$seed" -runs=200000 -max_total_time=20 -artifact_prefix=build/asan/ \
            "$work/$fuzzer" >"$work/$fuzzer.log" 2>&1 || { cat "$work/$fuzzer.log"; return 1; }
    done
}

kinds='build run headless test'
[ $fast = yes ] || kinds="$kinds package"
# shellcheck disable=SC2086
essential "packages" install_packages $kinds
preset=asan
[ $fast = no ] || preset=dev
step "formatting" check_formatting
essential "build ($preset)" build $preset
essential "PostgreSQL for the tests" start_cluster "$work"
step "tests ($preset)" run_tests $preset
if [ $fast = no ]; then
    step "fuzzing" fuzz
    step "static checks" check_changed_files
    step "build (release)" build release && step "tour" tour
    step "package" check_package
fi
summary
