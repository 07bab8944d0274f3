package org.openhall.device.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;

class PortTest {

  @Test
  void understandsSerialPortsWithAndWithoutSpeed() throws DeviceConfigurationException {
    assertEquals("serial:/dev/ttyUSB0@115200", port("sdt:serial:/dev/ttyUSB0"));
    assertEquals("serial:/dev/ttyS1@9600", port("sdt:serial:/dev/ttyS1@9600"));
    assertEquals("serial:/run/a@b/tty@57600", port("sdt:serial:/run/a@b/tty@57600"));
  }

  @Test
  void understandsFilesThatTakeBytesAsTheyAre() throws DeviceConfigurationException {
    assertEquals("file:/dev/usb/lp0", port("escpos:file:/dev/usb/lp0"));
  }

  @Test
  void understandsTcpPorts() throws DeviceConfigurationException {
    assertEquals("tcp:127.0.0.1:9100", port("escpos:tcp:127.0.0.1:9100"));
    assertEquals("tcp:::1:9100", port("escpos:tcp:::1:9100"));
  }

  @Test
  void refusesAnythingElseAndNamesKeyAndValue() {
    for (String bad :
        new String[] {
          "sdt",
          "sdt:",
          "sdt:usb:1",
          "sdt:serial:",
          "sdt:serial:ttyUSB0",
          "sdt:serial:/dev/ttyS0@fast",
          "sdt:serial:/dev/ttyS0@",
          "sdt:serial:/dev/ttyS0@12345",
          "sdt:file:lp0",
          "sdt:file:",
          "sdt:tcp:",
          "sdt:tcp:host",
          "sdt:tcp::9100",
          "sdt:tcp:host:0",
          "sdt:tcp:host:65536",
          "sdt:tcp:host:99999999999"
        }) {
      DeviceConfigurationException e =
          assertThrows(DeviceConfigurationException.class, () -> port(bad), bad);
      assertEquals("id-card-reader", e.key());
      assertEquals(bad, e.value());
      assertTrue(String.valueOf(e.getMessage()).startsWith("Setting id-card-reader=" + bad + " "));
    }
  }

  private static String port(String value) throws DeviceConfigurationException {
    return Port.of(new DeviceSettings("id-card-reader", value, Map.of())).toString();
  }
}
