# Sourced by test.sh: formatting of everything, static checks of what changed, and the package.

sources() {
    git ls-files 'models/*.h' 'models/*.cpp' 'ui/*.h' 'ui/*.cpp' 'app/*.h' 'app/*.cpp' 'tests/*.h' 'tests/*.cpp'
}

# Git refuses a folder of somebody else's; without its list nothing would be checked and nothing found.
git_answers() {
    [ -n "$(sources)" ] || { say "git lists no sources here (is the folder another user's?), so nothing can be checked"; return 1; }
}

# Another version formats differently, so a release that lacks this one can't judge.
check_formatting() {
    command -v clang-format-14 >/dev/null 2>&1 || { say "not run: this release has no clang-format 14"; return 0; }
    git_answers || return 1
    unformatted=$(sources | xargs clang-format-14 --dry-run 2>&1 | sed -n 's/^\([^ ]*\):[0-9]*:[0-9]*: warning: .*/\1/p' | sort -u)
    [ -n "$unformatted" ] || return 0
    say "clang-format-14 -i would change:"
    printf '%s\n' "$unformatted"
    return 1
}

# What is not committed, then what was committed since the branch this one left, else the last commits; newest first.
# A header stands for its .cpp.
changed_sources() {
    base=$(git merge-base HEAD origin/main 2>/dev/null)
    {
        git diff --name-only --diff-filter=d HEAD
        if [ -n "$base" ] && [ "$base" != "$(git rev-parse HEAD)" ]; then
            git log --format= --name-only "$base..HEAD"
        else
            git log -n 20 --format= --name-only
        fi
    } | sed -n 's/^\(\(models\|ui\|app\|tests\)\/.*\)\.h$/\1.cpp/p; /^\(models\|ui\|app\|tests\)\/.*\.cpp$/p' |
        awk '!seen[$0]++' | while read -r file; do
        [ ! -f "$file" ] || printf '%s\n' "$file"
    done
}

# Clang reads no precompiled headers of GCC, and batches hide which file a finding is in: hence a build folder of its own,
# in which only moc runs.
check_changed_files() {
    command -v clang-tidy-14 >/dev/null 2>&1 || { say "not run: this release has no clang-tidy 14"; return 0; }
    command -v clazy-standalone >/dev/null 2>&1 || { say "clazy is not installed"; return 1; }
    git_answers || return 1
    changed=$(changed_sources)
    [ -n "$changed" ] || { say "no source changed"; return 0; }
    files=$(printf '%s\n' "$changed" | head -n "${GATEHOUSE_LINT_LIMIT:-16}")
    cmake --preset lint >/dev/null || return 1
    ninja -C build/lint -t targets all | sed -n 's/^\([a-z_]*_autogen\): phony$/\1/p' | xargs ninja -C build/lint >/dev/null || return 1
    findings=0
    printf '%s\n' "$files" | xargs -P "$(nproc)" -n 2 clang-tidy-14 -p build/lint --quiet 2>/dev/null || findings=1
    # Clazy ends with 0 whatever it finds.
    printf '%s\n' "$files" | xargs -P "$(nproc)" -n 2 clazy-standalone -p build/lint --header-filter="^$PWD/" \
        --checks=level1,connect-3arg-lambda,old-style-connect,range-loop-detach 2>&1 |
        grep -E '(warning|error): ' && findings=1
    say "checked $(printf '%s\n' "$files" | wc -l) of $(printf '%s\n' "$changed" | wc -l) changed files"
    return $findings
}

check_package() {
    (cd build/release && cpack -G DEB >cpack.log 2>&1) || { cat build/release/cpack.log; return 1; }
    dpkg-deb --contents build/release/gatehouse_*.deb >build/release/package.txt || return 1
    for file in usr/bin/gatehouse usr/bin/gatehouse-admin usr/libexec/gatehouse/gatehouse-render usr/share/applications/ usr/share/metainfo/ usr/share/man/man1/gatehouse-admin \
        usr/share/bash-completion/completions/gatehouse-admin; do
        grep -q "$file" build/release/package.txt || { say "the package lacks $file"; return 1; }
    done
}
