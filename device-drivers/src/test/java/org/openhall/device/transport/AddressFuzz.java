package org.openhall.device.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;
import org.openhall.fuzz.FuzzTarget;

/** A device's setting: a port, or a sentence that says what to write. */
public final class AddressFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "device-address";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        utf8("sdt:serial:/dev/ttyUSB0@115200"),
        utf8("escpos:tcp:192.0.2.7:9100"),
        utf8("escpos:file:/dev/usb/lp0"),
        utf8("sdt:"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(utf8("serial:"), utf8("@9600"), utf8("tcp:"), utf8(":65536"), utf8("file:"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int longest() {
    return 128;
  }

  @Override
  public void run(byte[] input) {
    String value = new String(input, StandardCharsets.UTF_8);
    DeviceSettings settings = new DeviceSettings("it", value, Map.of());
    if (settings.address().startsWith(Replay.SCHEME)) {
      return; // opens a file
    }
    try {
      if (Port.of(settings).toString().isEmpty()) {
        throw new AssertionError("a port without a name");
      }
    } catch (DeviceConfigurationException e) {
      if (!String.valueOf(e.getMessage()).contains("it")) {
        throw new AssertionError("a refusal that does not name the setting", e);
      }
    }
  }
}
