package dev.lamplighter.lan.wire;

/** What every device speaks of: itself. Labels are texts of up to 32 bytes, ids 32 hex digits, times and versions' builds nanoseconds. */
public sealed interface DeviceMessage extends Message {
    /** @param service {@link #UDP}; other numbers are of no use
     * @param port 0 when it is not to be had at the moment */
    record StateService(int service, long port) implements DeviceMessage {
        public static final int UDP = 1;
    }

    record StateHostFirmware(long build, int minor, int major) implements DeviceMessage {}

    record StateWifiInfo(float signal) implements DeviceMessage {}

    record StateWifiFirmware(long build, int minor, int major) implements DeviceMessage {}

    /** @param level 0 or 65535 */
    record SetPower(int level) implements DeviceMessage {}

    record StatePower(int level) implements DeviceMessage {}

    record SetLabel(String label) implements DeviceMessage {}

    record StateLabel(String label) implements DeviceMessage {}

    record StateVersion(long vendor, long product) implements DeviceMessage {}

    record StateInfo(long time, long uptime, long downtime) implements DeviceMessage {}

    record SetLocation(String id, String label, long updatedAt) implements DeviceMessage {}

    record StateLocation(String id, String label, long updatedAt) implements DeviceMessage {}

    record SetGroup(String id, String label, long updatedAt) implements DeviceMessage {}

    record StateGroup(String id, String label, long updatedAt) implements DeviceMessage {}

    /** @param payload 128 hex digits, which come back */
    record EchoRequest(String payload) implements DeviceMessage {}

    record EchoResponse(String payload) implements DeviceMessage {}

    /** The device does not know messages of this number. */
    record StateUnhandled(int type) implements DeviceMessage {}

    /** @param lux 0 without a sensor */
    record StateAmbientLight(float lux) implements DeviceMessage {}
}
