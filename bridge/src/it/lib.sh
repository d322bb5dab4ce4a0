# shellcheck shell=bash
# What the black-box scripts share: they drive ./lamplighter and Mosquitto's tools as a user would, on free loopback ports, in a folder of
# their own that goes away with them. Source it, check promises, end with `finish`.
# shellcheck disable=SC2034 # the scripts that source this use what it sets
set -u

LAMPLIGHTER=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)/lamplighter
WORK=$(mktemp -d)
PASSED=0
FAILED=0
# How long anything may take at most, in seconds: generous, since a busy machine is no defect.
PATIENCE=60
# And all of a script, which takes well under two minutes where nothing else runs.
LIMIT=240
# Where pub, sub and watch go, and as whom.
MQTT_PORT=
MQTT_LOGIN=()
DESK=lifx/light/d073d5001337
DESK_SET='lifx/label/Desk%20Lamp/set'
declare -A PIDS=()

clean_up() {
    local name
    for name in "${!PIDS[@]}"; do
        kill -9 -- "-${PIDS[$name]}" 2>/dev/null
        wait "${PIDS[$name]}" 2>/dev/null
    done
    rm -rf "$WORK"
}
trap clean_up EXIT
trap 'exit 1' INT TERM

# No settings of the person who runs this reach what is tested; settings and data are looked for in the working directory.
for name in LIFX_TOKEN $(compgen -e LAMPLIGHTER_); do
    [[ $name == LAMPLIGHTER_JAVA* || $name == LAMPLIGHTER_JVMS ]] || unset "$name"
done
# A test leaves the networks of its machine alone; one that needs the LAN says so.
export LAMPLIGHTER_LAN_ENABLED=false
cd "$WORK" || exit 1
mkdir tmp
export LAMPLIGHTER_JAVA_OPTS="${LAMPLIGHTER_JAVA_OPTS:-} -Djava.io.tmpdir=$WORK/tmp"

# check NAME COMMAND...: one promise. Fails where it is not kept, for what cannot go on without.
check() {
    local name=$1
    shift
    if "$@"; then
        PASSED=$((PASSED + 1))
        echo "ok      $name"
    else
        FAILED=$((FAILED + 1))
        echo "FAILED  $name"
        return 1
    fi
}

finish() {
    check "no stack trace in any output" no_stack_trace
    [ "$FAILED" -eq 0 ] || tail -n 8 "$WORK"/*.err >&2
    echo "$PASSED passed, $FAILED failed"
    [ "$FAILED" -eq 0 ]
    exit
}

no_stack_trace() {
    ! grep -m 3 -E '^[[:space:]]+at |Exception' "$WORK"/*.out "$WORK"/*.err >&2
}

# wait_for SECONDS COMMAND...: asks again until it holds or the time is over.
wait_for() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] && [ "$SECONDS" -lt "$LIMIT" ] || return 1
        sleep 0.1
    done
}

soon() { wait_for "$PATIENCE" "$@"; }

never() { ! "$@"; }

same() { [ "$1" = "$2" ]; }

is_open() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below the ports that systems give to clients, so that nobody takes it before we do.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 10000))
        is_open "$port" || break
    done
    echo "$port"
}

# start NAME COMMAND...: in the background, in a process group of its own (else bash lets it ignore SIGINT), into NAME.out and NAME.err.
start() {
    local name=$1
    shift
    set -m
    "$@" >>"$WORK/$name.out" 2>>"$WORK/$name.err" </dev/null &
    PIDS[$name]=$!
    set +m
}

is_running() { kill -0 -- "-${PIDS[$1]}" 2>/dev/null; }

# stop NAME SIGNAL: sets STATUS to what it ended with.
stop() {
    kill "-$2" "${PIDS[$1]}"
    wait_for 10 never jobs_has "${PIDS[$1]}" || kill -9 -- "-${PIDS[$1]}"
    STATUS=0
    wait "${PIDS[$1]}" || STATUS=$?
} 2>/dev/null # where bash tells of what was killed

jobs_has() { jobs -rp | grep -qx "$1"; }

# run NAME COMMAND...: to its end, bounded; sets STATUS.
run() {
    local name=$1
    shift
    STATUS=0
    timeout "$PATIENCE" "$@" >"$WORK/$name.out" 2>"$WORK/$name.err" </dev/null || STATUS=$?
}

said() { grep -qE -- "$2" "$WORK/$1.out" "$WORK/$1.err"; }

said_once() { [ "$(cat "$WORK/$1.out" "$WORK/$1.err" | grep -cE -- "$2")" -eq 1 ]; }

lines() { wc -l <"$WORK/$1"; }

pub() { mosquitto_pub -h 127.0.0.1 -p "$MQTT_PORT" "${MQTT_LOGIN[@]}" "$@"; }

# What a subscriber that comes now is told at once of one topic.
retained() { mosquitto_sub -h 127.0.0.1 -p "$MQTT_PORT" "${MQTT_LOGIN[@]}" -C 1 -W 5 -t "$1" 2>/dev/null; }

# retains TOPIC PATTERN
retains() { retained "$1" | grep -qE -- "$2"; }

# Writes down all that is said, as `TOPIC PAYLOAD` in watch.out.
watch() {
    : >"$WORK/watch.out"
    start watch mosquitto_sub -h 127.0.0.1 -p "$MQTT_PORT" "${MQTT_LOGIN[@]}" -v -t 'lifx/#' -t 'watch/#'
    soon watching
}

watching() {
    pub -t watch/started -m yes && grep -q '^watch/started' "$WORK/watch.out"
}

# told_since LINE PATTERN: the first such line of watch.out after that many.
told_since() { tail -n "+$(($1 + 1))" "$WORK/watch.out" | grep -m 1 -E -- "$2"; }

told() { told_since "$@" >/dev/null; }

# result_of TOPIC PAYLOAD [OPTION...]: gives a command and sets RESULT to what came of it.
result_of() {
    local topic=$1 payload=$2 before
    shift 2
    before=$(lines watch.out)
    pub -t "$topic" -m "$payload" "$@"
    soon told "$before" "^${topic%/set}/result "
    RESULT=$(told_since "$before" "^${topic%/set}/result ")
}

resulted() { grep -qE -- "$1" <<<"$RESULT"; }

# simulate [OPTION...]: starts a simulated account and puts its settings into the environment.
simulate() {
    : >"$WORK/cloud.out"
    start cloud "$LAMPLIGHTER" simulate --folder "$WORK/cloud" "$@"
    soon said cloud 'Stop with' || return 1
    LAMPLIGHTER_CLOUD_URL=$(sed -n 's/^ *cloud.url: *//p' "$WORK/cloud.out")
    LAMPLIGHTER_CLOUD_TOKEN=$(sed -n 's/^ *cloud.token: *//p' "$WORK/cloud.out")
    LAMPLIGHTER_CLOUD_CA=$(sed -n 's/^ *cloud.ca: *//p' "$WORK/cloud.out")
    export LAMPLIGHTER_CLOUD_URL LAMPLIGHTER_CLOUD_TOKEN LAMPLIGHTER_CLOUD_CA
}

# Built before the clock runs, unless the script says that it does without.
[ -n "${WITHOUT_LAMPLIGHTER:-}" ] || "$LAMPLIGHTER" --version >/dev/null || exit 1
SECONDS=0
