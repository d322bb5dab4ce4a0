package dev.lamplighter.lan.wire;

/** What lights speak of. Durations and periods are in milliseconds, those of HEV cycles in seconds. */
public sealed interface LightMessage extends Message {
    record SetColor(Hsbk color, long duration) implements LightMessage {}

    /**
     * A movement between the present colour and another.
     *
     * @param transientColor whether the present one comes back at the end
     * @param skew -32768 to 32767; of a pulse the share of the present colour
     */
    record Waveform(boolean transientColor, Hsbk color, long period, float cycles, int skew, int shape) {
        public static final int SAW = 0;
        public static final int SINE = 1;
        public static final int HALF_SINE = 2;
        public static final int TRIANGLE = 3;
        public static final int PULSE = 4;

        static Waveform read(Input in) {
            return new Waveform(in.skip(1).flag(), Hsbk.read(in), in.u32(), in.f32(), in.i16(), in.u8());
        }

        Output write(Output out) {
            return out.zeros(1).flag(transientColor).color(color).u32(period).f32(cycles).u16(skew).u8(shape);
        }
    }

    record SetWaveform(Waveform waveform) implements LightMessage {}

    /** Each flag says whether that part of the colour counts; the others stay. */
    record SetWaveformOptional(Waveform waveform, boolean hue, boolean saturation, boolean brightness,
            boolean kelvin) implements LightMessage {}

    record LightState(Hsbk color, int power, String label) implements LightMessage {}

    record SetLightPower(int level, long duration) implements LightMessage {}

    record StateLightPower(int level) implements LightMessage {}

    record StateInfrared(int brightness) implements LightMessage {}

    record SetInfrared(int brightness) implements LightMessage {}

    /** @param duration 0 for the light's own default */
    record SetHevCycle(boolean enable, long duration) implements LightMessage {}

    record StateHevCycle(long duration, long remaining, boolean lastPower) implements LightMessage {}

    record SetHevCycleConfiguration(boolean indication, long duration) implements LightMessage {}

    record StateHevCycleConfiguration(boolean indication, long duration) implements LightMessage {}

    /** @param result 0 success, 1 busy, 2 interrupted by a reset, 3 by HomeKit, 4 by LAN, 5 by the cloud, 255 none */
    record StateLastHevCycleResult(int result) implements LightMessage {}
}
