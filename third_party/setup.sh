# shellcheck shell=bash
# What app/run and tests/run share: the system's packages, Dear ImGui's source, the build.
# Sourced, not run. All messages go to standard error.
#
#   need_packages <package>...        installs missing packages (Debian and derivatives only)
#   need_sources                      downloads the pinned sources, and the pinned nats-server, into the cache
#   build <preset> <target>...        configures once, builds without output; prints the log on failure

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

packages_to_build=(
    g++ cmake ninja-build ccache mold gettext cmark-gfm xz-utils
    libexpected-dev libfmt-dev libicu-dev libboost-locale-dev libboost-dev libssl-dev zlib1g-dev
    libcereal-dev rapidjson-dev nlohmann-json3-dev libcli11-dev libglfw3-dev libxcb1-dev libgl-dev libpng-dev libfreetype-dev
    libexpat1-dev libminizip-dev libxlsxwriter-dev libqrencode-dev libnats-dev
    fonts-inter fonts-material-design-icons-iconfont fonts-symbola fonts-droid-fallback
)
packages_without_screen=(xvfb xauth libgl1-mesa-dri)
packages_to_package=(dpkg-dev file librsvg2-bin patchelf)
packages_to_test=(doctest-dev clang-format xdotool x11-xkb-utils xclip python3-jsonschema desktop-file-utils appstream shared-mime-info
    libglib2.0-bin man-db)

# Compiler results are shared between checkouts: paths are hashed relative to the root, so paths in
# the debug information may be those of another checkout.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root} CCACHE_NOHASHDIR=1

# The same versions as in third_party/*.cmake; the hashes are of Debian's upstream tarballs.
imgui_version=1.92.2b
imgui_suite=forky
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
immer_version=0.8.1
immer_suite=trixie
immer_sha256=1cb321f0d56929dad88d395692da219df8bd3728211893b1653adb0a2b07ae89
# The program of Debian's package for amd64. Debian 12's own confirms before it writes to the disk.
nats_server_version=2.15.1
nats_server_suite=forky
nats_server_package=nats-server_$nats_server_version-1_amd64.deb
nats_server_sha256=31ef4ceaa84e8248d449e508472e3770c17c3695cb5cb0ee96e03912724ea884
cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
cache=${cache:-$root/build}/cadran
imgui_source=$cache/imgui-$imgui_version
immer_source=$cache/immer-$immer_version
nats_server=$cache/nats-server-$nats_server_version/nats-server

# say <français> <english>: one short line of progress, in the language of the session.
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        en*) printf 'Cadran: %s\n' "$2" >&2 ;;
        *) printf 'Cadran : %s\n' "$1" >&2 ;;
    esac
}

# stop <français> <english>: prints the reason in both languages and exits.
stop() {
    printf 'Cadran : %s\nCadran: %s\n' "$1" "$2" >&2
    exit 1
}

# quietly <log> <command>...: shows the end of the log only when the command fails.
quietly() {
    local log=$1
    shift
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        return 1
    fi
}

need_packages() {
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
    local package installed missing=() as_root=()
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        case $'\n'$installed$'\n' in
            *$'\n'"$package installed"$'\n'*) ;;
            *) missing+=("$package") ;;
        esac
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || stop \
            "il manque des paquets et ni root ni sudo n'est disponible. Demandez : apt-get install ${missing[*]}" \
            "packages are missing and neither root nor sudo is available. Ask for: apt-get install ${missing[*]}"
        as_root=(sudo)
        sudo -v </dev/tty 2>/dev/null || sudo -n true 2>/dev/null || stop \
            "il manque des paquets et sudo refuse. Demandez : apt-get install ${missing[*]}" \
            "packages are missing and sudo refuses. Ask for: apt-get install ${missing[*]}"
    fi
    say "installation de ${#missing[@]} paquets…" "installing ${#missing[@]} packages…"
    mkdir -p "$root/build"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
    # A package source that does not answer is no error as long as the packages can be installed.
    quietly "$root/build/apt-update.log" "${apt[@]}" update || true
    quietly "$root/build/apt-install.log" "${apt[@]}" install --no-install-recommends "${missing[@]}" ||
        stop "l'installation des paquets a échoué (voir ci-dessus)." \
            "installing the packages failed (see above)."
}

# The Debian mirror that this machine uses.
debian_site() {
    local site
    site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' \
        'Label: Debian' 2>/dev/null | head -n 1)
    [ -n "$site" ] || site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' \
        2>/dev/null | grep -v security | head -n 1)
    printf '%s' "$site"
}

# Debian 12 has ImGui 1.86 and no immer; newer suites have the sources of the versions needed. Without
# them, CMake fetches the upstream releases.
need_sources() {
    need_source "Dear ImGui" imgui "$imgui_suite" "$imgui_version" +ds "$imgui_sha256" imgui.h
    need_source immer immer "$immer_suite" "$immer_version" +dfsg "$immer_sha256" immer/flex_vector.hpp
    need_nats_server
}

# The server of sessions shared by several machines. Without it the program works, but hosts none.
need_nats_server() {
    [ ! -x "$nats_server" ] || return 0
    command -v apt-get >/dev/null && [ "$(dpkg --print-architecture 2>/dev/null)" = amd64 ] || return 0
    say "téléchargement de nats-server $nats_server_version…" "fetching nats-server $nats_server_version…"
    local work
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/fetch.XXXXXX")
    if (cd "$work" && debian_apt "$nats_server_suite" deb && "${apt[@]}" update &&
        "${apt[@]}" download "nats-server=$nats_server_version-1" &&
        printf '%s  %s\n' "$nats_server_sha256" "$nats_server_package" | sha256sum --check &&
        dpkg-deb --extract "$nats_server_package" program) >"$work/log" 2>&1; then
        mkdir -p "$(dirname -- "$nats_server")"
        install -m 755 "$(find "$work/program" -name nats-server -type f -perm -u+x | head -n 1)" "$nats_server"
    else
        tail -n 5 "$work/log" >&2
        say "nats-server indisponible : ce poste ne pourra pas héberger une session partagée." \
            "nats-server is not available: this machine cannot host a shared session."
    fi
    rm -rf "$work"
}

# need_source <name in messages> <source package> <suite> <version> <suffix of the archive> <sha256>
#             <a file of it>
need_source() {
    local called=$1 name=$2 suite=$3 version=$4 sha256=$6
    local source=$cache/$name-$version work orig="${name}_$version$5.orig.tar.xz"
    [ ! -f "$source/$7" ] || return 0
    command -v apt-get >/dev/null || return 0
    say "téléchargement de $called $version…" "fetching $called $version…"
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/fetch.XXXXXX")
    if (cd "$work" && debian_sources "$suite" "$name" &&
        printf '%s  %s\n' "$sha256" "$orig" | sha256sum --check &&
        tar -xJf "$orig") >"$work/log" 2>&1; then
        rm -rf "$source"
        mv "$work/$name-$version" "$source"
    else
        tail -n 5 "$work/log" >&2
        say "source Debian indisponible : la version amont sera demandée." \
            "Debian's source is not available: the upstream release will be asked for."
    fi
    rm -rf "$work"
}

# debian_apt <suite> deb|deb-src: prepares the current folder for another suite and sets `apt`, with a separate
# package list and cache, so neither root nor a change to the machine's sources is needed. The
# signature of the suite is checked with Debian's keyring; its date (Valid-Until) is not, since it
# means nothing for a pinned file.
debian_apt() {
    local suite=$1 kind=$2 site keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    site=$(debian_site)
    [ -n "$site" ] && [ -f "$keyring" ] || return 1
    mkdir -p lists/partial archives/partial
    printf '%s [signed-by=%s check-valid-until=no] %s %s main\n' \
        "$kind" "$keyring" "$site" "$suite" >sources.list
    apt=(apt-get -q
        -o "Dir::Etc::SourceList=$PWD/sources.list" -o "Dir::Etc::SourceParts=-"
        -o "Dir::State::Lists=$PWD/lists" -o "Dir::Cache=$PWD" -o "Dir::Cache::Archives=$PWD/archives"
        -o "Acquire::Languages=none" -o "APT::Sandbox::User=$(id -un)")
}

# debian_sources <suite> <source package>...: downloads their upstream archives into the current folder.
debian_sources() {
    local suite=$1
    shift
    debian_apt "$suite" deb-src && "${apt[@]}" update && "${apt[@]}" source --download-only --tar-only "$@"
}

# Waits for a background build. After two seconds it prints the progress: on one line of a terminal,
# otherwise one line per 10 %.
watch_build() {
    local pid=$1 log=$2 waited=0 done_steps all_steps percent shown=-1
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.1
        waited=$((waited + 1))
        [ $((waited % 10)) -eq 0 ] && [ $waited -ge 20 ] || continue
        IFS=/ read -r done_steps all_steps < <(sed -nE 's/^\[([0-9]+\/[0-9]+)\].*/\1/p' "$log" | tail -n 1) ||
            continue
        percent=$((100 * done_steps / all_steps))
        if [ -t 2 ]; then
            printf '\r\033[K%s' "$(say "construction : $percent % ($done_steps/$all_steps)" \
                "building: $percent % ($done_steps/$all_steps)" 2>&1)" >&2
        elif [ $((percent / 10)) -gt $shown ]; then
            shown=$((percent / 10))
            say "construction : $percent % ($done_steps/$all_steps)" \
                "building: $percent % ($done_steps/$all_steps)"
        fi
    done
    if [ -t 2 ] && [ $waited -ge 20 ]; then printf '\r\033[K' >&2; fi
    wait "$pid"
}

build() {
    local preset=$1
    shift
    local folder=$root/build/$preset
    local log=$folder/build.log
    mkdir -p "$folder"
    (
        flock 9 # one builder at a time in a folder
        {
            if [ ! -f "$folder/build.ninja" ]; then
                local settings=()
                [ ! -f "$imgui_source/imgui.h" ] ||
                    settings+=("-DFETCHCONTENT_SOURCE_DIR_IMGUI=$imgui_source")
                [ ! -f "$immer_source/immer/flex_vector.hpp" ] ||
                    settings+=("-DFETCHCONTENT_SOURCE_DIR_IMMER=$immer_source")
                (cd "$root" && cmake --preset "$preset" "${settings[@]}") || exit 1
            fi
            cmake --build "$folder" --target "$@"
        } >"$log" 2>&1 </dev/null 9>&- &
        watch_build $! "$log"
    ) 9>"$folder/.lock" || {
        awk '/^(FAILED|CMake Error|ninja: error)/ { on = 1 } on' "$log" | head -n 60 >&2
        stop "la construction a échoué (tout est dans $log)." \
            "the build failed (everything is in $log)."
    }
}
