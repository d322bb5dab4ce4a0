# shellcheck shell=bash
# What the whole-way scripts share: the firmware as a process of its own, with its folder and its world. Source it after the bridge's lib.sh.
# shellcheck disable=SC2034 # the scripts that source this use what it sets
# shellcheck disable=SC2154 # mp and LAMPLIGHTER come from them
TESTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
FIRMWARE=$(dirname "$TESTS")
LIMIT=580
# Twice what stock firmware has at least for Python on an ESP32, since words are twice as long here; and what TLS takes, which a board takes
# from its system's heap.
HEAP=320k
declare -A WORLDS=()

# settings NAME PORT TLS [KEYS]: config.json of a board in a folder of its own, as `board add` writes it, with further keys.
settings() {
    mkdir -p "$WORK/$1"
    cat >"$WORK/$1/config.json" <<END
{"name": "$1", "wifi": {"ssid": "home", "password": "not a secret"}, "board": "${BOARD:-esp32_c3}", "ntp": "", "telemetry": 5,
 "mqtt": {"host": "${HOST:-localhost}", "port": $2, "tls": $3, "username": "$USERNAME", "password": "$PASSWORD", "keep_alive": ${KEEP_ALIVE:-30}},
 "buttons": [{"pin": 9, "label": "Left", "do": {"single": {"to": "label/Desk Lamp", "command": "TOGGLE"},
    "hold": {"to": "all", "command": {"state": "OFF"}}}}]${4:-}}
END
    if [ "$3" = true ]; then
        cp "${CA:-$WORK/data/ca/ca.der}" "$WORK/$1/ca.der"
    fi
}

# python NAME FILE [ARGUMENT...]: in its folder, with the world as stdin; to be started or run.
python() {
    local name=$1 world
    shift
    mkfifo "$WORK/$name.world" 2>/dev/null
    if [ -z "${WORLDS[$name]:-}" ]; then
        exec {world}<>"$WORK/$name.world"
        WORLDS[$name]=$world
    fi
    COMMAND=(bash -c "cd '$WORK/$name' && exec $mp -X heapsize=$HEAP \"\$@\" <'$WORK/$name.world'" micropython "$@")
}

export MICROPYPATH=$TESTS/fakes:$FIRMWARE/lib:$FIRMWARE:$TESTS:.frozen

# board NAME: switches it on.
board() {
    python "$1" "$FIRMWARE/main.py"
    : >"$WORK/$1.out"; : >"$WORK/$1.err"
    start "$1" "${COMMAND[@]}"
}

# world NAME LINE: something happens to it.
world() { echo "$2" >&"${WORLDS[$1]}"; }

is_in() { [ "$(grep '^status: ' "$WORK/$1.out" | tail -n 1)" = "status: ok" ]; }

# press NAME [MS]: its button, for so long.
press() { world "$1" "press 9 ${2:-80}"; }

desk_is() { retains "$DESK/state" "\"state\":\"$1\""; }

# How many lines of NAME.out have this.
count() { grep -cE -- "$2" "$WORK/$1.out"; }

# To be waited for, they count anew each time.
more_than() { [ "$(count "$2" "$3")" -gt "$1" ]; } # NUMBER NAME PATTERN
just() { [ "$(count "$2" "$3")" -eq "$1" ]; }      # NUMBER NAME PATTERN

# lit: the lamp is on, and nothing is under way any more; two senders have no order between them.
lit() { result_of "$DESK_SET" ON && resulted '"applied"' && soon desk_is ON; }

ports() {
    MQTT_PORT=$(free_port)
    TLS_PORT=$(free_port)
}

# lamplighter_runs NAME [VARIABLE=VALUE...]: broker and bridge in one, on the `ports` chosen once.
lamplighter_runs() {
    : >"$WORK/$1.out"
    : >"$WORK/$1.err"
    start "$1" env LAMPLIGHTER_BROKER_BIND=127.0.0.1 "LAMPLIGHTER_BROKER_PORT=$MQTT_PORT" "LAMPLIGHTER_BROKER_TLS_PORT=$TLS_PORT" \
        "${@:2}" "$LAMPLIGHTER" run
    wait_for 150 said "$1" 'Light d073d5001337' || return 1
    USERNAME=home
    PASSWORD=$(cat data/passwords/home)
    MQTT_LOGIN=(-u home -P "$PASSWORD")
}

# Writes down all that is said, as `TOPIC PAYLOAD` in watch.out.
hear() {
    [ -z "${PIDS[watch]:-}" ] || stop watch TERM
    : >"$WORK/watch.out"
    start watch mosquitto_sub -h 127.0.0.1 -p "$MQTT_PORT" "${MQTT_LOGIN[@]}" -v -q 1 -t 'lifx/#' -t 'boards/#' -t 'watch/#'
    check "all is heard" soon watching
}
