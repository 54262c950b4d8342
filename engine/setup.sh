#!/bin/sh
# engine/setup.sh build|report|gallery|test|bench|coverage|install: from a bare Debian 12 to the result.
# As root it installs the packages that are missing; anybody else is told which they are.
set -eu
cd "$(dirname "$0")/.."
export DEBIAN_FRONTEND=noninteractive

build_packages="cmake ninja-build gcc libc6-dev pkg-config iso-codes
    libhdf5-dev libgsl-dev libjansson-dev libfyaml-dev libutf8proc-dev nettle-dev
    libfreetype-dev libexpat1-dev libminizip-dev libzstd-dev zlib1g-dev"
helper_packages="libpango1.0-dev libdeflate-dev libcurl4-openssl-dev"
report_packages="gnuplot-nox fonts-inter"
test_packages="libcmocka-dev clang clang-format libclang-rt-14-dev cppcheck valgrind
    netcdf-bin hdf5-tools python3-xarray python3-netcdf4 python3-h5py
    r-base-core r-cran-ncdf4 r-cran-hdf5r chromium poppler-utils libxml2-utils"
coverage_packages="gcovr libcmocka-dev"
one_translation=/usr/share/locale/fr/LC_MESSAGES/iso_3166-1.mo

say()
{
    printf 'setup: %s\n' "$*"
}

# missing PACKAGE...: prints those that are not installed.
missing()
{
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        awk '$2 == "installed" { print $1 }')
    for package in "$@"; do
        echo "$installed" | grep -qxF "$package" || echo "$package"
    done
    # Slim containers leave out translations, and with them the names of countries.
    case " $* " in *" iso-codes "*)
        if echo "$installed" | grep -qx iso-codes && ! [ -f "$one_translation" ]; then
            echo iso-codes
        fi ;;
    esac
}

# Translations are asked for by name; --reinstall brings them where only they are missing.
apt_install()
{
    apt-get install -y -q --reinstall --no-install-recommends -o DPkg::Lock::Timeout=300 \
        -o 'Dpkg::Options::=--path-include=/usr/share/locale/*/LC_MESSAGES/iso_3166-*.mo' "$@"
}

renew_list()
{
    apt-get update -q || say "the list of packages could not be renewed"
}

# require PACKAGE...: installs what is missing, or says how and ends with 69.
require()
{
    wanted=$(echo $(missing "$@"))
    [ -n "$wanted" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "as root, run: apt-get install -y --no-install-recommends $wanted" >&2
        exit 69
    fi
    say "installing $wanted"
    renew_list
    apt_install $wanted
}

# want PACKAGE...: as require(), but what cannot be had is done without: a helper program is left
# out, a test is skipped, and each says so.
want()
{
    wanted=$(echo $(missing "$@"))
    [ -n "$wanted" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "not installed, what needs them is left out: $wanted"
        return 0
    fi
    say "installing $wanted"
    renew_list
    apt_install $wanted && return 0
    for package in $wanted; do
        apt_install "$package" || say "cannot be had, what needs it is left out: $package"
    done
}

build()
{
    require $build_packages
    want $helper_packages
    say "configuring"
    cmake -S . -B build -G Ninja
    say "building"
    cmake --build build -j "$(nproc)"
}

report()
{
    require $build_packages $report_packages
    build
    say "writing the report"
    build/armex report --builtin south-korea -o build/report
    say "open $PWD/build/report/index.html"
}

gallery()
{
    require $build_packages $report_packages
    build
    say "drawing every kind of chart"
    sh engine/chart/gallery/gallery.sh "$PWD/build/armex" build/gallery
    say "open $PWD/build/gallery/index.html"
}

run_tests()
{
    require $build_packages $report_packages
    want $test_packages
    build
    say "testing"
    ctest --test-dir build --output-on-failure -j 2
}

coverage()
{
    require $build_packages $report_packages $coverage_packages
    say "building with counters"
    cmake --preset coverage
    cmake --build build/coverage -j "$(nproc)"
    find build/coverage -name '*.gcda' -delete
    say "testing"
    # Left out: tests that run as another user, who cannot write the counts and says so.
    ctest --test-dir build/coverage --output-on-failure -j 2 -LE 'slow|house' \
        -E 'read_only_output|unreadable_store' || say "some tests failed"
    gcovr --root . --filter engine/ --object-directory build/coverage --print-summary \
        --output build/coverage/coverage.txt
    say "each file's lines: build/coverage/coverage.txt"
}

bench()
{
    require $report_packages
    build
    say "measuring"
    sh bench/run.sh
}

install_here()
{
    build
    say "installing below ${DESTDIR:-}${PREFIX:-/usr/local}"
    cmake --install build --prefix "${PREFIX:-/usr/local}"
}

case ${1:-} in
    build | report | gallery | coverage | bench) "$1" ;;
    test) run_tests ;;
    install) install_here ;;
    *)
        echo "usage: sh engine/setup.sh build|report|gallery|test|bench|coverage|install" >&2
        exit 64
        ;;
esac
