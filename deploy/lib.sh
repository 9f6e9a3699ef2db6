# Shared by the commands beside it; sourced, never run. Plain POSIX shell.
# Finds what the platform needs on the machine, or says what is missing and how to get it.
set -eu

THIDUA_HOME=$(cd "$(dirname "$0")/.." && pwd -P)
export THIDUA_HOME

refuse() { # Vietnamese text, English text
  printf '%s\n%s\n' "$1" "$2" >&2
  exit 2
}

is_jdk_25() { # folder
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[".+-]' "$1/release"
}

# The default java may be older: look where JDKs usually lie, and tell by the file "release", which costs nothing.
find_jdk() {
  on_path=
  if command -v javac >/dev/null 2>&1; then
    on_path=$(readlink -f "$(command -v javac)")
    on_path=${on_path%/bin/javac}
  fi
  for jdk in "${JAVA_HOME:-}" "${JDK_25:-}" "$on_path" /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/*jdk* /opt/java/* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
    if [ -n "$jdk" ] && is_jdk_25 "$jdk"; then
      JAVA_HOME=$jdk
      export JAVA_HOME
      return
    fi
  done
  refuse "Thiếu JDK 25: cài từ https://adoptium.net (gói temurin-25-jdk) hoặc đặt JAVA_HOME tới JDK 25 đã có" \
    "JDK 25 is missing: install it from https://adoptium.net (package temurin-25-jdk), or point JAVA_HOME at one"
}

check_node() {
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p') || true
  if [ "${major:-0}" -lt 20 ] || ! command -v npm >/dev/null 2>&1; then
    refuse "Thiếu Node.js 20 trở lên cùng npm (đang có: ${major:-không}): cài từ https://nodejs.org" \
      "Node.js 20 or newer with npm is missing (found: ${major:-none}): install it from https://nodejs.org"
  fi
}

check_git() {
  command -v git >/dev/null 2>&1 || refuse "Thiếu git: cài gói git" "git is missing: install the package git"
}

# What the build depends on, by content: times say nothing after a checkout, and generated files are ignored by git.
# $1: what to leave out of the listing of the working tree (documents and the like never need a build).
fingerprint() {
  (
    cd "$THIDUA_HOME"
    # The folder may belong to someone else (a container, a shared machine); we only read it.
    g="git -c safe.directory=*"
    sources='pom.xml .mvn service-kit cluster-service indicator-service award-service gateway deploy/discovery deploy/identity deploy/launcher'
    # shellcheck disable=SC2086  # words on purpose
    {
      grep '^JAVA_VERSION=' "$JAVA_HOME/release"
      $g ls-files -s -- $sources
      $g diff --no-ext-diff -- $sources
      $g ls-files -o --exclude-standard -- $sources | while IFS= read -r file; do
        printf '%s ' "$file"
        $g hash-object -- "$file"
      done
    } | $g hash-object --stdin
  )
}

products='gateway/target/gateway.jar cluster-service/target/cluster-service.jar indicator-service/target/indicator-service.jar
  award-service/target/award-service.jar deploy/discovery/target/discovery.jar deploy/launcher/target/launcher.jar
  deploy/identity/target/keycloak/.prepared'

is_built() { # fingerprint
  [ "$(cat "$THIDUA_HOME/target/built" 2>/dev/null || true)" = "$1" ] || return 1
  for product in $products; do
    [ -e "$THIDUA_HOME/$product" ] || return 1
  done
}

build_if_needed() {
  if [ "${THIDUA_BUILD:-auto}" = never ]; then
    for product in $products; do
      [ -e "$THIDUA_HOME/$product" ] || refuse "Chưa dựng: thiếu $product" "Not built: $product is missing"
    done
    return
  fi
  wanted=$(fingerprint)
  if is_built "$wanted"; then
    return
  fi
  check_node
  echo "Đang dựng từ mã nguồn, lần đầu mất vài phút · building, some minutes the first time"
  mkdir -p "$THIDUA_HOME/target"
  log=$THIDUA_HOME/target/build.log
  if ! (cd "$THIDUA_HOME" && ./mvnw -B -ntp -DskipTests -Dspotless.check.skip=true package -pl gateway,cluster-service,indicator-service,award-service,deploy/discovery,deploy/identity,deploy/launcher -am) >"$log" 2>&1; then
    grep -E '^(\[ERROR\]|npm error)' "$log" | head -n 25 >&2 || tail -n 25 "$log" >&2
    refuse "Dựng không thành công; xem $log" "The build failed; see $log"
  fi
  for product in $products; do
    [ -e "$THIDUA_HOME/$product" ] || refuse "Dựng xong nhưng thiếu $product" "The build did not make $product"
  done
  # Taken before the build: what changed meanwhile is built next time.
  printf '%s\n' "$wanted" >"$THIDUA_HOME/target/built"
}

# Unpacks the Boot jars beside themselves: classes then load in two thirds of the time. What was unpacked already stays.
unpack_apps() {
  archives=made
  for product in $products; do
    case $product in
      */launcher.jar | *.prepared) continue ;;
    esac
    jar=$THIDUA_HOME/$product
    app=$(dirname "$jar")/app
    if [ ! -e "$app/.unpacked" ] || [ -n "$(find "$jar" -cnewer "$app/.unpacked")" ]; then
      rm -rf "$app"
      "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null
      touch "$app/.unpacked"
    fi
    [ -e "$app/classes.jsa" ] || archives=missing
  done
  # What starting needs of their classes, written down: the next starts cost a third less.
  [ "$archives" = made ] || (launch archives)
}

# Replaces the shell by the launcher, so that its signals are the command's.
launch() {
  jar=$THIDUA_HOME/deploy/launcher/target/launcher.jar
  [ -e "$jar" ] || refuse "Chưa dựng: hãy chạy deploy/up" "Nothing is built yet: run deploy/up"
  exec "$JAVA_HOME/bin/java" -Xmx160m -XX:+UseSerialGC -Xss512k -XX:TieredStopAtLevel=1 \
    -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -Xlog:disable -Xlog:all=error:stderr \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
    -jar "$jar" "$@"
}

# The browser tests drive a real browser; they never download one.
find_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      CHROMIUM=$(command -v "$name")
      export CHROMIUM
      return
    fi
  done
  refuse "Thiếu Chromium cho các phép thử trên trình duyệt: cài gói chromium, hoặc đặt CHROMIUM tới chương trình ấy" \
    "Chromium is missing for the browser tests: install the package chromium, or point CHROMIUM at the program"
}
