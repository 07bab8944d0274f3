package org.openhall.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhall.device.DeviceEvent;
import org.openhall.device.DeviceHealth;
import org.openhall.device.DeviceSnapshot;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.Media;
import org.openhall.device.Prompt;
import org.openhall.device.ReceiptPrinter.PrintOutcome;
import org.openhall.device.Scanner;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome;
import org.openhall.device.SelfTestOutcome.Finding;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.Sense;
import org.openhall.device.SocialCardReader;
import org.openhall.device.Supply;

class ReplyWordsTest {

  private static final DeviceHealth HEALTHY =
      new DeviceHealth(DeviceHealth.State.READY, DeviceHealth.Detail.NONE, Instant.EPOCH, "");
  private static final List<Locale> BOTH = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  @Test
  void everythingThatMayBeToldHasWordsInBothLanguages() {
    for (Locale locale : BOTH) {
      ResourceBundle words = ResourceBundle.getBundle("org.openhall.kiosk.devices.words", locale);
      assertEquals(locale, words.getLocale());
      for (String key : needed().toList()) {
        assertTrue(words.containsKey(key), key + " in " + locale);
      }
    }
    assertEquals(keys(Locale.SIMPLIFIED_CHINESE), keys(Locale.ENGLISH));
  }

  @Test
  void aDeviceIsToldWithItsHealthItsSuppliesAndAVendorsOwnCounters() {
    DeviceReply.Shown shown =
        new DeviceReply.Shown(
            "receipt-printer",
            "escpos",
            "receipt-printer",
            "",
            "FAULT",
            new DeviceHealth(
                DeviceHealth.State.UNAVAILABLE,
                DeviceHealth.Detail.PAPER_OUT,
                Instant.parse("2026-11-30T01:02:03Z"),
                "DLE EOT 12"),
            "UNKNOWN",
            "UNKNOWN",
            Map.of("RECEIPT_PAPER", "OUT"),
            Map.of("vendors-own", 7L),
            Map.of());
    String words = new ReplyWords(Locale.ENGLISH, false).of(new DeviceReply.Status(List.of(shown)));
    assertEquals(
        """
        receipt-printer  escpos  Cannot be used: The paper is used up – put in new paper and close the cover
          Since: 2026-11-30 09:02:03
          It says: DLE EOT 12
          Life: fault
          Receipt paper: out
          vendors-own: 7\
        """,
        words);
  }

  /** A technician reads Chinese; what is a device's own stays as it is. */
  @Test
  void whatADriverNotesIsSaidInTheReadersLanguage() {
    ReplyWords chinese = new ReplyWords(Locale.SIMPLIFIED_CHINESE, false);
    DeviceReply.Tested tested =
        new DeviceReply.Tested(
            "Passed",
            List.of(
                new Finding(Step.SUPPLIES, true, "TONER LOW"),
                new Finding(Step.SENSORS, true, "ACTIVE"),
                new Finding(Step.MEDIA_READ, false, "BROKEN_OFF"),
                new Finding(Step.IDENTITY, true, "05.03-20160613")));
    String said = chinese.of(tested);
    assertEquals(said, said.replaceAll("[A-Za-z]", ""));
    assertTrue(said.contains("墨粉 不足") && said.contains("05.03-20160613"), said);
    DeviceReply.Event event =
        new DeviceReply.Event("k", 1, Instant.EPOCH, "HealthChanged", "UNAVAILABLE PAPER_OUT 12");
    assertTrue(chinese.of(event).contains("不可用 打印纸已用完"), chinese.of(event));
    DeviceReply.Shown shown =
        new DeviceReply.Shown(
            "k",
            "d",
            "page-printer",
            "",
            "IDLE",
            HEALTHY,
            "UNKNOWN",
            "UNKNOWN",
            Map.of(),
            Map.of(),
            Map.of("paper.a4", "yes", "print.colour", "no", "document.formats", "application/pdf"));
    String status = chinese.of(new DeviceReply.Status(List.of(shown)));
    assertTrue(status.contains("装有A4纸: 是") && status.contains("彩色打印: 否"), status);
    assertTrue(status.contains("application/pdf"), status);
  }

  @Test
  void requestsAndRepliesComeThroughTheSocketAsTheyWere() {
    for (DeviceRequest request :
        List.of(
            new DeviceRequest.Status(""),
            new DeviceRequest.Watch("a", 3),
            new DeviceRequest.Test("a", SelfTest.EXTERNAL),
            new DeviceRequest.ReadCard("social-card-reader", 30),
            new DeviceRequest.Print(List.of("一", "")),
            new DeviceRequest.Trace("a", 0))) {
      assertEquals(Optional.of(request), DeviceRequest.read(request.toJson()));
    }
    for (DeviceReply reply :
        List.of(
            new DeviceReply.Event("a", 4, Instant.EPOCH, "Known", "x"),
            new DeviceReply.Asked(Prompt.LAY_CARD),
            new DeviceReply.Tested("Passed", List.of()),
            new DeviceReply.Card("CardRead", "SOCIAL_SECURITY", "**丰", "1****X", "*******03"),
            new DeviceReply.Printed("Unknown", "LINE_LOST"),
            new DeviceReply.Traced("x\ny"),
            new DeviceReply.Played(List.of(new DeviceReply.Replayed("read", "a", "b"))),
            new DeviceReply.Refused(DeviceReply.Reason.VISIT, ""))) {
      assertEquals(Optional.of(reply), DeviceReply.read(reply.toJson()));
    }
    assertEquals(
        Optional.empty(),
        DeviceRequest.read(
            "{\"message\":\"wash\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertEquals(
        Optional.empty(),
        DeviceRequest.read("[]".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static Stream<String> needed() {
    return Stream.of(
            named("life.", DeviceSnapshot.Life.values()),
            named("supply.", Supply.values()),
            named("level.", Supply.Level.values()),
            named("refused.", DeviceReply.Reason.values()),
            named("media.", Media.values()).filter(key -> !key.endsWith("UNKNOWN")),
            named("sense.", Sense.values()).filter(key -> !key.endsWith("UNKNOWN")),
            named("note.", DeviceHealth.State.values()),
            named("note.", Scanner.Flaw.values()),
            named("note.", Sense.values()).filter(key -> !key.endsWith("UNKNOWN")),
            kinds("event.", DeviceEvent.What.class),
            kinds("outcome.", SelfTestOutcome.class),
            kinds("outcome.", ReadOutcome.class),
            kinds("outcome.", SocialCardReader.ReadOutcome.class),
            kinds("outcome.", PrintOutcome.class))
        .flatMap(keys -> keys);
  }

  private static Stream<String> named(String family, Enum<?>[] constants) {
    return Stream.of(constants).map(constant -> family + constant.name());
  }

  private static Stream<String> kinds(String family, Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses()).map(kind -> family + kind.getSimpleName());
  }

  private static Set<String> keys(Locale locale) {
    return new TreeSet<>(
        ResourceBundle.getBundle("org.openhall.kiosk.devices.words", locale).keySet());
  }
}
