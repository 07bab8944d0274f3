package org.openhall.kiosk.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskSettingsTest {
  private @TempDir Path data;

  private KioskSettings settings(String... lines) throws IOException {
    Files.write(data.resolve("terminal.properties"), List.of(lines));
    return KioskSettings.read(data);
  }

  @Test
  void whatIsWrittenIsFollowed() throws IOException {
    KioskSettings settings =
        settings(
            "receipt-printer=escpos:tcp:192.0.2.10:9100",
            "print.most-pages=200",
            "presence.seconds=60",
            "spool.megabytes=1",
            "sources=office");
    assertEquals(List.of(), settings.wrong());
    assertEquals(200, settings.mostPages());
    assertEquals(Duration.ofMinutes(1), settings.absence());
    assertEquals(1 << 20, settings.spoolBytes());
  }

  @Test
  void everyWrongLineIsNamedWithItsNumberAndTheUsualHolds() throws IOException {
    KioskSettings settings =
        settings(
            "receipt-printer=escpos:nowhere",
            "print.most-pages=201",
            "presence.seconds=0",
            "spool.megabytes=much",
            "scanner",
            "page-printer=escpos:tcp:192.0.2.10:9100",
            "page-printer.profile=80mm-gb18030",
            "id-card-reader.baud=1");
    assertEquals(
        List.of(":5: ", ":8: ", ":1: ", ":2: ", ":3: ", ":4: ", ":6: ").stream().sorted().toList(),
        settings.wrong().stream()
            .map(w -> w.replaceAll("(?s).*properties(:\\d: ).*", "$1"))
            .sorted()
            .toList(),
        settings.wrong()::toString);
    assertTrue(
        settings.wrong().toString().contains("needs a PagePrinter"), settings.wrong()::toString);
    assertEquals(KioskSettings.read(data.resolve("none")).mostPages(), settings.mostPages());
    assertEquals(Duration.ofSeconds(15), settings.absence());
  }
}
