package org.openhall.link.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.settings.TerminalSettings.Fault;
import org.openhall.link.settings.TerminalSettings.Trouble;

class TerminalSettingsTest {
  private @TempDir Path data;

  @AfterEach
  void noFileIsNamed() {
    System.clearProperty(TerminalSettings.PROPERTY);
  }

  private TerminalSettings read(String... lines) throws IOException {
    Files.write(data.resolve(TerminalSettings.FILE), List.of(lines));
    return TerminalSettings.read(data);
  }

  @Test
  void withoutAFileNothingIsSaid() {
    TerminalSettings none = TerminalSettings.read(data);
    assertFalse(none.found());
    assertEquals(new Properties(), none.kiosk());
    assertEquals(List.of(), none.faults());
  }

  @Test
  void eachProgramGetsItsOwnKeysSoThatNoneIsTakenForADevice() throws IOException {
    TerminalSettings settings =
        read(
            "\uFEFF# 设备",
            "receipt-printer = escpos:tcp:192.0.2.10:9100",
            "receipt-printer.profile=80mm-gb18030",
            "terminal.place=示例市政务服务中心 1楼",
            "sources=https://a.example/ office",
            "proxy=http://proxy.example:3128");
    assertEquals(List.of(), settings.faults());
    assertEquals(
        Set.of("receipt-printer", "receipt-printer.profile", "terminal.place"),
        settings.kiosk().stringPropertyNames());
    assertEquals(Set.of("sources", "proxy"), settings.agent().stringPropertyNames());
    assertEquals("escpos:tcp:192.0.2.10:9100", settings.kiosk().getProperty("receipt-printer"));
    assertTrue(settings.place("proxy").endsWith("terminal.properties:6"), settings.place("proxy"));
  }

  @Test
  void aLineThatSaysNothingIsNamedWithItsNumber() throws IOException {
    TerminalSettings settings =
        read(
            "proxy",
            "=x",
            "scanner=scanner:input:/dev/x",
            "scanner=again",
            "poll.evry=60s",
            "proxy.x=1");
    String file = data.resolve(TerminalSettings.FILE) + ":";
    assertEquals(
        List.of(
            new Fault(file + 1, Trouble.NO_SETTING, "proxy"),
            new Fault(file + 2, Trouble.NO_SETTING, "=x"),
            new Fault(file + 4, Trouble.TWICE, "scanner"),
            new Fault(file + 5, Trouble.UNKNOWN, "poll.evry"),
            new Fault(file + 6, Trouble.UNKNOWN, "proxy.x")),
        settings.faults());
    assertEquals("scanner:input:/dev/x", settings.kiosk().getProperty("scanner"));
  }

  @Test
  void theFilesOfEarlierVersionsCountUntilTheOneFileIsThere() throws IOException {
    Files.writeString(data.resolve("kiosk.properties"), "terminal.place=旧\n");
    Files.writeString(data.resolve("agent.properties"), "poll.every=5m\n");
    TerminalSettings earlier = TerminalSettings.read(data);
    assertTrue(earlier.found());
    assertEquals("旧", earlier.kiosk().getProperty("terminal.place"));
    assertEquals("5m", earlier.agent().getProperty("poll.every"));
    assertTrue(earlier.place("poll.every").endsWith("agent.properties:1"));

    TerminalSettings now = read("terminal.place=新");
    assertEquals("新", now.kiosk().getProperty("terminal.place"));
    assertEquals(Set.of(), now.agent().stringPropertyNames());
  }

  @Test
  void aFileElsewhereGoesBeforeTheDataFolder(@TempDir Path etc) throws IOException {
    read("terminal.place=data");
    Path file = Files.writeString(etc.resolve("t.properties"), "terminal.place=etc\n");
    System.setProperty(TerminalSettings.PROPERTY, file.toString());
    TerminalSettings settings = TerminalSettings.read(data);
    assertEquals(file, settings.file());
    assertEquals("etc", settings.kiosk().getProperty("terminal.place"));
  }

  @Test
  void aFileThatIsNoTextIsSaid() throws IOException {
    Files.write(data.resolve(TerminalSettings.FILE), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    Fault fault = TerminalSettings.read(data).faults().getFirst();
    assertEquals(Trouble.UNREADABLE, fault.trouble());
  }
}
