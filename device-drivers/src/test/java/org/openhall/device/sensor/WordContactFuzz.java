package org.openhall.device.sensor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;
import org.openhall.device.fuzz.PlayedLine;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.fuzz.FuzzTarget;

/** Any words in the settings of a sensor, and any bytes over its line. */
public final class WordContactFuzz implements FuzzTarget {

  private static final int SAMPLES = 20;

  @Override
  public String name() {
    return "sensor-words";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of().parseHex("004F4E0A" + "034F4E0D" + "044F46460A" + "80034F4E0A"),
        HexFormat.of().parseHex("014F4E2C310A" + "0231" + "0D" + "00" + "0A3132333435363738390A"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        "\003ON\n".getBytes(StandardCharsets.US_ASCII),
        "\004OFF\n".getBytes(StandardCharsets.US_ASCII),
        ",".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int longest() {
    return 4_096;
  }

  /** A first byte whether it is asked; then its words for active, to a line feed; then its line. */
  @Override
  public void run(byte[] input) {
    int end = 1;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    if (end >= input.length) {
      return;
    }
    String active = new String(input, 1, end - 1, StandardCharsets.UTF_8);
    DeviceSettings settings = new DeviceSettings("it", "sensor", Map.of("active", active));
    try {
      byte[] ask = (input[0] & 1) == 0 ? new byte[0] : new byte[] {'?'};
      WordContact.Manner manner =
          new WordContact.Manner(Words.of(settings, "ON", "OFF"), ask, Duration.ZERO);
      WordContact contact = new WordContact(new PlayedLine(input, end + 1, it -> it), manner);
      for (int i = 0; i < SAMPLES; i++) {
        if (contact.sample().toString().isEmpty()) {
          throw new AssertionError("no condition");
        }
      }
    } catch (DeviceConfigurationException | DeviceFaultException e) {
      if (String.valueOf(e.getMessage()).isEmpty()) {
        throw new AssertionError("a refusal without words", e);
      }
    }
  }
}
