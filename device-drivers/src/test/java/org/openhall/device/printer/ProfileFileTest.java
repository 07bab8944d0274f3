package org.openhall.device.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.device.Device;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;
import org.openhall.device.ReceiptPrinter;

class ProfileFileTest {

  private static final String GOOD =
      """
      # a shop's printer
      columns = 42
      dots=512
      charset=UTF-8
      font=GB2312
      kanji-mode=no
      begin=1C 28 43
      cutter=no
      near-end-sensor=no
      automatic-status=yes
      """;

  @Test
  void everyBuiltInProfileIsRight() {
    Profile.keys().forEach(key -> assertEquals(key, Profile.builtIn(key).key()));
  }

  @Test
  void saysWhatStandsInTheFile() {
    Profile profile = new ProfileFile("shop", GOOD.lines().toList()).profile();
    assertEquals(
        new Profile(
            "shop",
            42,
            512,
            new PrinterCharset(PrinterCharset.Encoding.UTF_8, PrinterCharset.Font.GB2312, false),
            "1C2843",
            new Profile.Equipment(false, false, true)),
        profile);
  }

  @Test
  void everyWrongLineIsNamedAtOnce() {
    List<String> problems =
        problems(
            "columns=many",
            "colour=red",
            "dots",
            "dots=576",
            "dots=384",
            "charset=BIG5",
            "cutter=perhaps",
            "begin=1G");
    for (String begin :
        List.of(
            "line 1 \"columns=many\" wants a whole number from 16 to 80",
            "line 2 \"colour=red\" has an unknown key",
            "line 3 \"dots\" is no key=value",
            "line 5 \"dots=384\" says again what line 4 says",
            "line 6 \"charset=BIG5\" wants",
            "line 7 \"cutter=perhaps\" wants yes or no",
            "line 8 \"begin=1G\" wants bytes",
            "font is missing",
            "kanji-mode is missing",
            "near-end-sensor is missing",
            "automatic-status is missing")) {
      assertEquals(1, problems.stream().filter(p -> p.startsWith(begin)).count(), begin + problems);
    }
    assertEquals(11, problems.size(), problems.toString());
  }

  @Test
  void whatDoesNotFitTogetherIsNamed() {
    assertNamed("line 3", "dots=512", "dots=508");
    assertNamed("line 2", "columns = 42", "columns=44");
    assertNamed("line 2", "columns = 42", "columns=41");
    assertNamed("line 6", "kanji-mode=no", "kanji-mode=yes");
    assertNamed("line 5", "charset=UTF-8\nfont=GB2312", "charset=GBK\nfont=GB18030");
  }

  @Test
  void aTechniciansFileIsAProfile(@TempDir Path folder)
      throws IOException, DeviceConfigurationException {
    Path file = Files.writeString(folder.resolve("shop.properties"), GOOD);
    try (Device printer = new EscPosDriver().open(settings(file))) {
      assertEquals("512", printer.snapshot().capabilities().facts().get(ReceiptPrinter.DOTS));
    }
    Files.writeString(file, GOOD.replace("512", "0"));
    DeviceConfigurationException refused =
        assertThrows(
            DeviceConfigurationException.class, () -> new EscPosDriver().open(settings(file)));
    assertTrue(refused.toString().contains("line 3 \"dots=0\""), refused.toString());
    DeviceConfigurationException absent =
        assertThrows(
            DeviceConfigurationException.class,
            () -> new EscPosDriver().open(settings(folder.resolve("absent.properties"))));
    assertTrue(absent.toString().contains("cannot be read"), absent.toString());
  }

  private static DeviceSettings settings(Path profile) {
    return new DeviceSettings(
        "receipt-printer", "escpos:tcp:127.0.0.1:1", Map.of("profile", profile.toString()));
  }

  private static List<String> problems(String... lines) {
    return new ProfileFile("wrong", List.of(lines)).problems();
  }

  private static void assertNamed(String line, String right, String wrong) {
    assertTrue(GOOD.contains(right));
    List<String> problems = problems(GOOD.replace(right, wrong).split("\n", -1));
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.getFirst().startsWith(line), problems.toString());
  }
}
