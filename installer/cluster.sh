# Sourced by test.sh: a private PostgreSQL cluster in a temporary folder, reached over a Unix socket only.

cluster_uri=
cluster_data=
cluster_user=

# PostgreSQL refuses to run as root: its own account serves, or any other without rights.
unprivileged_user() {
    for user in postgres nobody; do
        if getent passwd $user >/dev/null; then
            printf '%s\n' $user
            return
        fi
    done
    useradd --system --no-create-home gatehouse-test && printf '%s\n' gatehouse-test
}

as_cluster_user() {
    if [ -n "$cluster_user" ]; then
        (cd / && runuser -u "$cluster_user" -- "$@")
    else
        "$@"
    fi
}

# start_cluster FOLDER: sets cluster_uri, a superuser's.
start_cluster() {
    binaries=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    [ -x "$binaries/initdb" ] || { say "no PostgreSQL server below /usr/lib/postgresql"; return 1; }
    [ "$(id -u)" -ne 0 ] || cluster_user=$(unprivileged_user)
    # A socket's path is limited to 107 bytes, so the folder is not below a possibly long TMPDIR.
    cluster_folder=$(mktemp -d /tmp/gatehouse-pg.XXXXXX) || return 1
    cluster_data=$cluster_folder/data
    [ -z "$cluster_user" ] || chown "$cluster_user" "$cluster_folder" || return 1
    as_cluster_user "$binaries/initdb" -D "$cluster_data" -U gatehouse_owner -A trust -E UTF8 \
        --locale=C.UTF-8 --no-sync >"$1/initdb.log" 2>&1 || { cat "$1/initdb.log"; return 1; }
    # Nothing outlives the run, so nothing waits for the disk; mmap because a container may have no /dev/shm.
    cat >"$1/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$cluster_folder'
port = 5999
fsync = off
full_page_writes = off
dynamic_shared_memory_type = mmap
max_connections = 280
END
    as_cluster_user tee -a "$cluster_data/postgresql.conf" <"$1/postgresql.conf" >/dev/null || return 1
    as_cluster_user "$binaries/pg_ctl" -D "$cluster_data" -w -l "$cluster_folder/server.log" start >"$1/pg_ctl.log" 2>&1 ||
        { cat "$1/pg_ctl.log" "$cluster_folder/server.log"; return 1; }
    cluster_uri="postgresql://gatehouse_owner@/postgres?host=$cluster_folder&port=5999"
}

# By its data folder, which only this run knows; what pg_ctl leaves is ended by the pid in that folder.
stop_cluster() {
    [ -n "$cluster_data" ] || return 0
    if [ -f "$cluster_data/postmaster.pid" ]; then
        as_cluster_user "$binaries/pg_ctl" -D "$cluster_data" -m immediate -w stop >/dev/null 2>&1 ||
            kill -QUIT "$(head -n 1 "$cluster_data/postmaster.pid" 2>/dev/null)" 2>/dev/null
    fi
    rm -rf "$cluster_folder"
    cluster_data=
}
