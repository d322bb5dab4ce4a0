package dev.lamplighter.homeassistant;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.Control.Button;
import dev.lamplighter.board.Control.Knob;
import dev.lamplighter.board.Diagnosis;
import dev.lamplighter.board.Measure;
import dev.lamplighter.board.Press;
import dev.lamplighter.homeassistant.Device.About;
import dev.lamplighter.homeassistant.Device.Make;
import java.util.ArrayList;
import java.util.List;

/** A board with its buttons, knobs and sensors. */
final class BoardDevice {
    private BoardDevice() {}

    static Device of(Board board, TopicTree topics) {
        var ids = Ids.of(topics);
        var entities = new ArrayList<Entity>();
        for (var control : board.controls()) {
            switch (control) {
                case Button button -> entities.addAll(button(board.name(), button, topics));
                case Knob knob -> entities.add(knob(board.name(), knob, topics));
            }
        }
        board.senses().measures().stream().sorted()
                .map(measure -> sensor(measure, topics.board(board.name(), "sensor"))).forEach(entities::add);
        board.senses().diagnoses().stream().sorted()
                .map(diagnosis -> diagnosis(diagnosis, topics.board(board.name(), "telemetry"))).forEach(entities::add);
        var make = new Make(board.make().manufacturer(), board.make().model(), board.make().hardware(),
                board.make().firmware());
        var about = About.of(board.label().orElse(board.name()), make).in(board.area()).at(board.mac())
                .behind(ids.bridge());
        return new Device(ids.board(board.name()), about, List.of(topics.board(board.name(), "state")), entities);
    }

    private static List<Entity> button(String board, Button button, TopicTree topics) {
        var topic = topics.board(board, "button/" + button.number());
        var key = "button_" + button.number();
        var event = Entity.named("event", key, button.label().orElse("Button " + button.number()))
                .with("state_topic", topic).with("device_class", "button");
        var types = event.config().putArray("event_types");
        button.presses().forEach(press -> types.add(press.word()));
        var entities = new ArrayList<>(List.of(event));
        for (var press : button.presses()) {
            entities.add(Entity.trigger(key + "_" + press.word()).with("topic", topic).with("type", type(press))
                    .with("subtype", key).with("value_template", "{{ value_json.event_type }}")
                    .with("payload", press.word()));
        }
        return entities;
    }

    /** Home Assistant has words of its own, which it translates. */
    private static String type(Press press) {
        return switch (press) {
            case SINGLE -> "button_short_press";
            case DOUBLE -> "button_double_press";
            case TRIPLE -> "button_triple_press";
            case HOLD -> "button_long_press";
            case RELEASE -> "button_long_release";
        };
    }

    private static Entity knob(String board, Knob knob, TopicTree topics) {
        var event = Entity.named("event", "knob_" + knob.number(), knob.label().orElse("Knob " + knob.number()))
                .with("state_topic", topics.board(board, "knob/" + knob.number()));
        event.config().putArray("event_types").add("turn");
        return event;
    }

    private static Entity sensor(Measure measure, String topic) {
        var value = "{{ value_json." + measure.word() + " | default(None) }}";
        return switch (measure) {
            case MOTION -> Entity.named("binary_sensor", measure.word(), "Motion").with("state_topic", topic)
                    .with("device_class", "motion")
                    .with("value_template", "{{ 'ON' if value_json.motion else 'OFF' }}");
            case TEMPERATURE -> measured(measure, "Temperature", "°C", topic, value);
            case HUMIDITY -> measured(measure, "Humidity", "%", topic, value);
            case PRESSURE -> measured(measure, "Pressure", "hPa", topic, value);
            case ILLUMINANCE -> measured(measure, "Illuminance", "lx", topic, value);
            case BATTERY -> measured(measure, "Battery", "%", topic, value).diagnostic();
            case VOLTAGE -> measured(measure, "Voltage", "V", topic, value).diagnostic();
        };
    }

    private static Entity diagnosis(Diagnosis diagnosis, String topic) {
        return switch (diagnosis) {
            case RSSI -> told(diagnosis, "Signal", topic).with("device_class", "signal_strength")
                    .with("unit_of_measurement", "dBm").with("state_class", "measurement");
            case HEAP -> told(diagnosis, "Free memory", topic).with("device_class", "data_size")
                    .with("unit_of_measurement", "B").with("state_class", "measurement").hidden();
            case UPTIME -> told(diagnosis, "Uptime", topic).with("device_class", "duration")
                    .with("unit_of_measurement", "s").with("state_class", "measurement").hidden();
            case RECONNECTS -> told(diagnosis, "Reconnects", topic).with("state_class", "total_increasing").hidden();
            case ERROR -> told(diagnosis, "Last error", topic).hidden();
        };
    }

    private static Entity told(Diagnosis diagnosis, String name, String topic) {
        return Entity.named("sensor", diagnosis.word(), name).with("state_topic", topic)
                .with("value_template", "{{ value_json." + diagnosis.word() + " | default(None) }}").diagnostic();
    }

    private static Entity measured(Measure measure, String name, String unit, String topic, String value) {
        return Entity.named("sensor", measure.word(), name).with("state_topic", topic).with("value_template", value)
                .with("device_class", measure.word()).with("unit_of_measurement", unit)
                .with("state_class", "measurement");
    }
}
