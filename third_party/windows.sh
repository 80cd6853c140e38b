# shellcheck shell=bash
# The libraries for Windows, built from Debian's upstream sources with pinned hashes. Sourced after
# setup.sh.
#
#   need_windows_libraries    builds what is missing into $windows_libraries: include, lib, licences
#
# One library is one function `build_NAME`, run in its unpacked source. It is built again when its
# function, its source or the compiler changes.

packages_for_windows=(
    g++-mingw-w64-x86-64-posix dpkg-dev bzip2 make perl python3 zip nsis librsvg2-bin icoutils
    icu-devtools libboost1.74-dev libcereal-dev rapidjson-dev nlohmann-json3-dev libcli11-dev libexpected-dev doctest-dev
)
packages_to_try_windows=(wine64 lld xvfb xauth libgl1-mesa-dri xdotool x11-xkb-utils imagemagick unzip binutils)
windows_suite=bookworm
windows_machine=x86_64-w64-mingw32
windows_cache=$cache/windows
windows_libraries=$windows_cache/libraries

# name, source package, archive, SHA-256, licence file in it, name in the table of third_party/README.md
windows_sources=(
    "zlib zlib zlib_1.2.13.dfsg.orig.tar.bz2 71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1 LICENSE zlib"
    "png libpng1.6 libpng1.6_1.6.39.orig.tar.gz a00e9d2f2f664186e4202db9299397f851aea71b36a35e74910b8820e380d441 LICENSE libpng"
    "freetype freetype freetype_2.12.1+dfsg.orig.tar.xz 7dedb6b9adf331559daea614a83b8de42a753e685ec8e1c4bdb4529eb880b0d1 docs/FTL.TXT FreeType"
    "expat expat expat_2.5.0.orig.tar.gz ab00ee05c7067fd10a35c5d2a4922ebba746ddd50ff83b79c828da17bbdf1757 expat/COPYING Expat"
    "xlsxwriter libxlsxwriter libxlsxwriter_1.1.4.orig.tar.gz b379eb35fdd9c653ebe72485b9c992f612c7ea66f732784457997d6e782f619b License.txt libxlsxwriter"
    "qrencode qrencode qrencode_4.1.1.orig.tar.bz2 e455d9732f8041cf5b9c388e345a641fd15707860f928e94507b1961256a6923 COPYING libqrencode"
    "fmt fmtlib fmtlib_9.1.0+ds1.orig.tar.gz 84ce1c2d0be3a9863935137969dcec6970125caac032f82474640bfc81463583 LICENSE.rst {fmt}"
    "glfw glfw3 glfw3_3.3.8.orig.tar.gz f30f42e05f11e5fc62483e513b0488d5bceeab7d9c5da0ffe2252ad81816c713 LICENSE.md GLFW"
    "boost_locale boost1.74 boost1.74_1.74.0+ds1.orig.tar.xz 192f5df504d282cb81288f88232d8af45b64a9ab531e1c7cf8ae955f16f6bb28 LICENSE_1_0.txt Boost.Locale"
    "icu icu icu_72.1.orig.tar.gz a2d2d38217092a7ed56635e34467f92f976b370e20182ad325edea6681a71d68 LICENSE ICU"
    "openssl openssl openssl_3.0.20.orig.tar.gz c80a01dfc70ece4dc21168932c37739042d404d46ccc81a5986dd75314ecda6f LICENSE.txt OpenSSL (crypto)"
)

# What is unpacked of the large ones; the others whole.
declare -A parts_of=([boost_locale]='*/libs/locale/src/*' [icu]='*/source/*')

need_windows_libraries() {
    local sources=$windows_cache/sources row name package archive hash licence title missing=()
    mkdir -p "$sources" "$windows_libraries"/{include,lib,licences}
    for row in "${windows_sources[@]}"; do
        read -r name package archive hash licence title <<<"$row"
        matches "$sources/$archive" "$hash" || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        say "téléchargement de ${#missing[@]} sources…" "fetching ${#missing[@]} sources…"
        (cd "$sources" && quietly download.log debian_sources "$windows_suite" "${missing[@]}") ||
            stop "les sources n'ont pas pu être téléchargées." "the sources could not be fetched."
    fi
    share_headers_of_debian
    for row in "${windows_sources[@]}"; do
        read -r name package archive hash licence title <<<"$row"
        matches "$sources/$archive" "$hash" ||
            stop "$archive n'est pas ce qui était attendu (SHA-256)." "$archive is not what was expected (SHA-256)."
        build_library "$name" "$sources/$archive" "$hash" "$licence"
    done
}

matches() { # <file> <sha256>
    [ -f "$1" ] && printf '%s  %s\n' "$2" "$1" | sha256sum --check --status
}

build_library() { # <name> <archive> <sha256> <licence file>
    local name=$1 work=$windows_cache/building/$1 stamp=$windows_libraries/.$1 key
    key=$({ declare -f "build_$name" compile_static with_cmake; printf '%s ' "$3"
        "$windows_machine-gcc-posix" -dumpfullversion; } | sha256sum | cut -c 1-16)
    [ "$(cat "$stamp" 2>/dev/null)" != "$key" ] || return 0
    say "construction de $name pour Windows…" "building $name for Windows…"
    rm -rf "$work"
    mkdir -p "$work"
    tar -xf "$2" -C "$work" --strip-components=1 --wildcards "${parts_of[$name]:-*}"
    [ -f "$work/$4" ] || tar -xf "$2" -C "$work" --strip-components=1 --wildcards "*/$4"
    (cd "$work" && quietly "$windows_cache/$name.log" "build_$name") ||
        stop "$name n'a pas pu être construit (tout est dans $windows_cache/$name.log)." \
            "$name could not be built (everything is in $windows_cache/$name.log)."
    cp "$work/$4" "$windows_libraries/licences/$name.txt"
    printf '%s' "$key" >"$stamp"
    rm -rf "$work"
}

# Headers that are the same on every system come from Debian's packages.
share_headers_of_debian() {
    local to=$windows_libraries name
    for name in boost cereal rapidjson nlohmann CLI tl doctest; do
        ln -sfn "/usr/include/$name" "$to/include/$name"
    done
    mkdir -p "$to/share/cmake" "$to/lib/multiarch/cmake" "$to/lib/cmake"
    cp -r /usr/share/cmake/{CLI11,RapidJSON,nlohmann_json,tl-expected} "$to/share/cmake/"
    cp -r "/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake/cereal" "$to/lib/multiarch/cmake/"
    cp -r /usr/lib/cmake/doctest "$to/lib/cmake/"
    sed -i "s#_IMPORT_PREFIX \"/usr\"#_IMPORT_PREFIX \"$to\"#" "$to/lib/cmake/doctest/doctestTargets.cmake"
    cp /usr/share/doc/libcereal-dev/copyright "$to/licences/cereal.txt"
    cp /usr/share/doc/nlohmann-json3-dev/copyright "$to/licences/nlohmann-json.txt"
    cp /usr/share/doc/libcli11-dev/copyright "$to/licences/CLI11.txt"
    cp /usr/share/doc/libexpected-dev/copyright "$to/licences/tl-expected.txt"
    cp /usr/share/doc/rapidjson-dev/copyright "$to/licences/rapidjson.txt"
}

# compile_static <library> <C or C++ file or option>...
compile_static() {
    local library=$windows_libraries/lib/lib$1.a file options=() files=()
    shift
    for file in "$@"; do
        case $file in -*) options+=("$file") ;; *) files+=("$file") ;; esac
    done
    rm -rf objects
    mkdir -p objects
    for file in "${files[@]}"; do
        printf '%s\0%s\0' "$(case $file in *.c) echo c ;; *) echo c++ ;; esac)" "$file"
    done | xargs -0 -n 2 -P "${CADRAN_JOBS:-$(nproc)}" bash -c \
        '"${@:1:$#-2}" -x "${@: -2:1}" -c "${@: -1}" -o "objects/$(basename "${@: -1}").o"' compile \
        "$windows_machine-g++-posix" -O2 -D_WIN32_WINNT=0x0A00 -I"$windows_libraries/include" "${options[@]}" || return 1
    rm -f "$library"
    "$windows_machine-ar" qcs "$library" objects/*.o
}

# with_cmake <folder> <option>...
with_cmake() {
    cmake -S "$1" -B cmake-build -G Ninja -DCMAKE_TOOLCHAIN_FILE="$root/cmake/Windows.cmake" \
        -DCADRAN_WINDOWS_LIBRARIES="$windows_libraries" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_INSTALL_PREFIX="$windows_libraries" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF "${@:2}" &&
        cmake --build cmake-build -- -j"${CADRAN_JOBS:-$(nproc)}" && cmake --install cmake-build
}

build_zlib() { # and minizip, which is of the same source
    compile_static z adler32.c crc32.c deflate.c infback.c inffast.c inflate.c inftrees.c trees.c zutil.c compress.c \
        uncompr.c gzclose.c gzlib.c gzread.c gzwrite.c &&
        cp zlib.h zconf.h "$windows_libraries/include/" &&
        (cd contrib/minizip && compile_static minizip -I../.. zip.c unzip.c ioapi.c iowin32.c) &&
        mkdir -p "$windows_libraries/include/minizip" &&
        cp contrib/minizip/{zip,unzip,ioapi,iowin32}.h "$windows_libraries/include/minizip/"
}

build_png() {
    cp scripts/pnglibconf.h.prebuilt pnglibconf.h
    compile_static png -I. -DPNG_INTEL_SSE_OPT=0 png.c pngerror.c pngget.c pngmem.c pngpread.c pngread.c pngrio.c \
        pngrtran.c pngrutil.c pngset.c pngtrans.c pngwio.c pngwrite.c pngwtran.c pngwutil.c &&
        cp png.h pngconf.h pnglibconf.h "$windows_libraries/include/"
}

build_freetype() { # with our zlib: its own copy has the same names
    with_cmake . -DFT_REQUIRE_ZLIB=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_PNG=ON -DFT_DISABLE_HARFBUZZ=ON \
        -DFT_DISABLE_BROTLI=ON
}

build_expat() {
    with_cmake expat -DEXPAT_SHARED_LIBS=OFF -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_EXAMPLES=OFF \
        -DEXPAT_BUILD_TESTS=OFF -DEXPAT_BUILD_DOCS=OFF -DEXPAT_BUILD_PKGCONFIG=OFF
}

build_xlsxwriter() { # its MD5 has the names of OpenSSL's
    compile_static xlsxwriter -Iinclude -DUSE_SYSTEM_MINIZIP -DMD5_Init=lxw_md5_init -DMD5_Update=lxw_md5_update \
        -DMD5_Final=lxw_md5_final src/*.c third_party/md5/md5.c \
        third_party/tmpfileplus/tmpfileplus.c &&
        cp -r include/xlsxwriter include/xlsxwriter.h "$windows_libraries/include/"
}

build_qrencode() {
    compile_static qrencode -DSTATIC_IN_RELEASE=static -DMAJOR_VERSION=4 -DMINOR_VERSION=1 -DMICRO_VERSION=1 \
        -DVERSION='"4.1.1"' bitstream.c mask.c mmask.c mqrspec.c qrencode.c qrinput.c qrspec.c rsecc.c split.c &&
        cp qrencode.h "$windows_libraries/include/"
}

build_fmt() { with_cmake . -DFMT_TEST=OFF -DFMT_DOC=OFF; }

build_glfw() { with_cmake . -DGLFW_BUILD_EXAMPLES=OFF -DGLFW_BUILD_TESTS=OFF -DGLFW_BUILD_DOCS=OFF; }

# Only catalogues of messages are used of Boost.Locale: no backend, no conversion tables.
build_boost_locale() {
    compile_static boost_locale -Ilibs/locale/src -DBOOST_ALL_NO_LIB -DBOOST_LOCALE_NO_POSIX_BACKEND \
        -DBOOST_LOCALE_NO_STD_BACKEND -DBOOST_LOCALE_WITH_WCONV libs/locale/src/shared/{ids,message,mo_lambda}.cpp \
        libs/locale/src/encoding/codepage.cpp libs/locale/src/util/{info,locale_data}.cpp
}

# Of ICU, its common library and collation; of its data, French and root order, breaks between characters,
# compatibility forms and the encodings of files: 6.5 MB of 31.
build_icu() {
    local options=(-std=c++17 -Isource/common -Isource/i18n -DU_STATIC_IMPLEMENTATION -DU_ATTRIBUTE_DEPRECATED=)
    icupkg -l source/data/in/icudt72l.dat | grep -xE \
        'coll/(root|fr|res_index)\.res|coll/ucadata\.icu|brkitr/(root|res_index)\.res|brkitr/char\.brk|(root|fr|en|res_index|pool)\.res|(nfkc|nfkc_cf)\.nrm|(cnvalias|uemoji|ulayout)\.icu|.*\.cnv' \
        >used.txt && mkdir used && icupkg -x used.txt -d used source/data/in/icudt72l.dat &&
        gencmn -n icudt72l -s used -d . 0 used.txt || return 1
    printf '%s\n' '.section .rdata,"dr"' '.balign 16' '.globl icudt72_dat' 'icudt72_dat:' '.incbin "icudt72l.dat"' >data.s
    "$windows_machine-as" data.s -o data.o && rm -f "$windows_libraries/lib/libicudt.a" &&
        "$windows_machine-ar" qcs "$windows_libraries/lib/libicudt.a" data.o &&
        compile_static icuuc "${options[@]}" -DU_COMMON_IMPLEMENTATION source/common/*.cpp &&
        compile_static icuin "${options[@]}" -DU_I18N_IMPLEMENTATION \
            source/i18n/{bocsu,coleitr,coll*,rulebasedcollator,sortkey,ucln_in,ucol*,uitercollationiterator,utf*collationiterator}.cpp &&
        mkdir -p "$windows_libraries/include/unicode" &&
        cp source/common/unicode/*.h source/i18n/unicode/*.h "$windows_libraries/include/unicode/"
}

# It reads no configuration, and looks for nothing in a folder that anybody could make.
build_openssl() {
    local nowhere=C:/Windows/System32/no-openssl
    CC=$windows_machine-gcc-posix AR=$windows_machine-ar RANLIB=$windows_machine-ranlib RC=$windows_machine-windres \
        ./Configure mingw64 --prefix=/nowhere --libdir=lib --openssldir=/nowhere/ssl \
        no-shared no-tests no-engine no-module no-legacy no-autoload-config no-dso no-capieng no-comp no-cms no-ts no-srp \
        no-cmp no-ct no-ocsp no-dtls no-ssl3 no-tls1 no-tls1_1 no-idea no-camellia no-seed no-aria no-bf no-cast no-rc2 \
        no-rc4 no-md4 no-mdc2 no-whirlpool no-sm2 no-sm3 no-sm4 no-gost no-rfc3779 -D_WIN32_WINNT=0x0A00 &&
        sed -i "s#/nowhere#$nowhere#g" Makefile && make -j"${CADRAN_JOBS:-$(nproc)}" build_libs &&
        cp libcrypto.a libssl.a "$windows_libraries/lib/" &&
        mkdir -p "$windows_libraries/include/openssl" && cp include/openssl/*.h "$windows_libraries/include/openssl/"
}
