#!/bin/sh
# Runs a command with a private PostgreSQL cluster that is gone afterwards:
#   sh installer/with-postgres.sh build/dev/bin/tst_store TestStatement
set -u
[ $# -gt 0 ] || { echo "usage: sh installer/with-postgres.sh COMMAND [ARGUMENT...]" >&2; exit 2; }
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/cluster.sh"

work=$(mktemp -d) || exit 1
cleanly 'stop_cluster; rm -rf "$work"'
start_cluster "$work" || exit 1
GATEHOUSE_TEST_PG=$cluster_uri "$@"
