package org.openhall.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.ReceiptPrinter.PrintOutcome;

class DevicesTest {

  private static final String NOWHERE = "tcp:127.0.0.1:1";

  @TempDir Path dir;

  @Test
  void opensWhatTheConfigurationNamesEvenWhereTheDeviceIsAbsent()
      throws DeviceConfigurationException {
    Properties config = new Properties();
    config.setProperty("id-card-reader", "sdt:serial:" + dir.resolve("absent") + "@115200");
    config.setProperty("receipt-printer", " escpos:" + NOWHERE + " ");
    config.setProperty("receipt-printer.profile", "58mm-gb18030");
    config.setProperty("terminal.place", "示例市政务服务中心 1楼");
    try (Devices devices = Devices.open(config)) {
      assertTrue(devices.idCardReader().isPresent());
      assertTrue(devices.receiptPrinter().isPresent());
    }
  }

  @Test
  void aCheckNamesEveryDeviceThatIsWrongAndReachesNone() throws Exception {
    Properties config = new Properties();
    config.setProperty("id-card-reader", "sdt:nowhere");
    config.setProperty("receipt-printer", "escpos:" + NOWHERE);
    config.setProperty("receipt-printer.profile", "90mm");
    try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      config.setProperty("scanner", "scanner:tcp:127.0.0.1:" + printer.getLocalPort());
      assertEquals(
          List.of("id-card-reader", "receipt-printer.profile"),
          Devices.check(config).stream().map(DeviceConfigurationException::key).toList());
      printer.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, printer::accept);
    }
  }

  @Test
  void aDeviceWithoutAKeyIsAbsent() throws DeviceConfigurationException {
    try (Devices devices = Devices.open(new Properties())) {
      assertTrue(devices.idCardReader().isEmpty());
      assertTrue(devices.receiptPrinter().isEmpty());
    }
  }

  @Test
  void closingTwiceDoesNoHarmAndLeavesDevicesClosed() throws DeviceConfigurationException {
    Properties config = new Properties();
    config.setProperty("receipt-printer", "escpos:" + NOWHERE);
    Devices devices = Devices.open(config);
    devices.close();
    devices.close();
    assertEquals(Detail.CLOSED, devices.receiptPrinter().orElseThrow().health().detail());
  }

  @Test
  void aSettingThatCannotBeUsedNamesItsKeyAndValue() {
    assertRefused(
        "id-card-reader",
        "magic:" + NOWHERE,
        "[door:, escpos:, ipp:, ipps:, pcsc:, presence:, scanner:, sdt:]");
    assertRefused("id-card-reader", "sdt", "write sdt:serial:");
    assertRefused("id-card-reader", "escpos:" + NOWHERE, "IdCardReader");
    assertRefused("receipt-printer", "sdt:" + NOWHERE, "ReceiptPrinter");
    assertRefused("social-card-reader", "sdt:" + NOWHERE, "SocialCardReader");
    assertRefused("side-door", "gpio:chip0:7", "has no driver");
    assertRefused("maintenance-door", "sdt:" + NOWHERE, "DoorSwitch");
    assertRefused("scanner", "sdt:" + NOWHERE, "Scanner");
    assertRefused("page-printer", "sdt:" + NOWHERE, "PagePrinter");
    assertRefused("page-printer", "ipp:192.0.2.9", "ipp://192.0.2.9/ipp/print");
    assertRefused("page-printer", "ipp://user@192.0.2.9/", "ipp://192.0.2.9/ipp/print");
    assertRefused("page-printer", "ipps://192.0.2.9:70000/", "ipps://192.0.2.9/ipp/print");
  }

  @Test
  void anOptionThatCannotBeUsedNamesItsKeyAndValue() {
    assertOptionRefused("receipt-printer.profile", "90mm", "80mm-gb18030");
    assertOptionRefused("receipt-printer.profil", "80mm-gb18030", "[fonts, profile]");
    assertOptionRefused("receipt-printer.fonts", dir + "/none.ttf", "cannot be read");
  }

  @Test
  void whatWasCountedIsKeptBeyondTheEndOfTheProgram() throws Exception {
    Path file = dir.resolve("counters.properties");
    Properties config = new Properties();
    config.setProperty("receipt-printer", "escpos:" + NOWHERE);
    for (int run = 1; run <= 3; run++) {
      try (Devices devices = Devices.open(config, new CounterFile(file))) {
        ReceiptPrinter printer = devices.receiptPrinter().orElseThrow();
        var outcome = printer.print(new Receipt(List.of())).outcome().toCompletableFuture();
        assertEquals(new PrintOutcome.NotPrinted(Detail.PORT_MISSING), outcome.get());
        assertEquals(run, devices.counters("receipt-printer").of(Counters.COMMANDS));
      }
    }
    assertTrue(Files.readString(file).contains("receipt-printer.commands=3\n"));
  }

  @Test
  void aCounterFileThatIsDamagedGivesWhatIsRightInIt() throws Exception {
    Path file = dir.resolve("counters.properties");
    Files.writeString(file, "receipt-printer.commands=many\nreceipt-printer.faults=4\n\\u12");
    Counters kept = new CounterFile(file).kept("receipt-printer");
    assertEquals(4, kept.of(Counters.FAULTS));
    assertEquals(0, kept.of(Counters.COMMANDS));
  }

  @Test
  void everySchemeHasOneDriver() {
    assertEquals(
        8,
        ServiceLoader.load(DeviceDriver.class).stream()
            .map(p -> p.get().scheme())
            .distinct()
            .count());
  }

  @Test
  void aReaderBehindPcscNamesItsProviders() {
    Properties config = new Properties();
    config.setProperty("social-card-reader", "pcsc:");
    config.setProperty("social-card-reader.provider", "other");
    assertRefused(config, "social-card-reader.provider", "openhall or sun");
  }

  private static void assertOptionRefused(String key, String value, String word) {
    Properties config = new Properties();
    config.setProperty("receipt-printer", "escpos:" + NOWHERE);
    config.setProperty(key, value);
    assertRefused(config, key, word);
  }

  private static void assertRefused(String key, String value, String word) {
    Properties config = new Properties();
    config.setProperty(key, value);
    assertRefused(config, key, word);
  }

  private static void assertRefused(Properties config, String key, String word) {
    DeviceConfigurationException e =
        assertThrows(DeviceConfigurationException.class, () -> Devices.open(config));
    assertEquals(key, e.key());
    assertEquals(config.getProperty(key), e.value());
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains(key + "=" + config.getProperty(key)), message);
    assertTrue(message.contains(word), message);
    assertEquals(
        List.of(message),
        Devices.check(config).stream().map(wrong -> String.valueOf(wrong.getMessage())).toList());
  }
}
