package org.openhall.simulator.idmodule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.device.Capabilities;
import org.openhall.device.DeviceConfigurationException;
import org.openhall.device.DeviceSettings;
import org.openhall.device.IdCardReader;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.device.idcard.SdtDriver;
import org.openhall.simulator.card.BadCardException;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.CardBox;

/**
 * The driver that terminals have, against the module with each of its faults, over a pseudo
 * terminal.
 */
@Timeout(120)
class ReaderFaultTest {

  private static final Duration WAIT = Duration.ofSeconds(60);

  @TempDir Path folder;
  private IdModule module;
  private IdCardReader reader;

  @BeforeEach
  void start() throws IOException, DeviceConfigurationException {
    Path link = folder.resolve("id-module");
    module = IdModule.start(link, () -> {});
    reader =
        (IdCardReader)
            new SdtDriver()
                .open(
                    new DeviceSettings(
                        "id-card-reader", "sdt:serial:" + link + "@115200", Map.of()));
  }

  @AfterEach
  void stop() throws IOException {
    reader.close();
    module.close();
  }

  @ParameterizedTest
  @CsvSource({
    "OK,               CardRead",
    "MUTE,             ReaderUnavailable NO_ANSWER",
    "NOISE,            CardRead",
    "FALSE_FRAMES,     CardRead",
    "FRAGMENTS,        CardRead",
    "CHECKSUM,         ReaderUnavailable BAD_ANSWER",
    "TRUNCATED,        ReaderUnavailable BAD_ANSWER",
    "CHECKSUM_ONCE,    CardRead",
    "TEAR,             CardUnreadable SW3 41",
    "TORN_ANSWER,      CardUnreadable SW3 41",
    "RESTART,          CardUnreadable SW3 41",
    "REQUEST_CHECKSUM, ReaderUnavailable BAD_ANSWER",
    "REQUEST_LENGTH,   ReaderUnavailable BAD_ANSWER",
    "UNKNOWN_COMMAND,  ReaderUnavailable BAD_ANSWER",
    "NO_PERMISSION,    ReaderUnavailable BAD_ANSWER",
    "UNKNOWN_ERROR,    ReaderUnavailable BAD_ANSWER",
    "SELF_TEST_FAILED, ReaderUnavailable SECURITY_MODULE_REFUSED",
    "NOT_AUTHORISED,   ReaderUnavailable SECURITY_MODULE_REFUSED",
    "CARD_REFUSES,     CardUnreadable SW3 31",
    "MODULE_REFUSES,   CardUnreadable SW3 32",
    "NOT_VERIFIED,     CardUnreadable SW3 33",
    "WRONG_CARD,       CardUnreadable SW3 40",
    "NO_RANDOM,        CardUnreadable SW3 47",
    "SELECT_FAILS,     CardUnreadable SW3 81",
    "READ_FAILS,       CardUnreadable SW3 41",
  })
  void everyFaultHasOneOutcomeAndIsOverWhenItIsMended(Fault fault, String outcome)
      throws BadCardException {
    module.setFault(fault);
    module.lay(card("zhang"));
    assertEquals(outcome, said(await(reader.read(WAIT).outcome())));
    module.setFault(Fault.OK);
    module.lay(card("zhang"));
    assertEquals("CardRead", said(await(reader.read(WAIT).outcome())));
  }

  /** A fault that this test does not know must be put into its table. */
  @ParameterizedTest
  @EnumSource
  void theTableHasEveryFault(Fault fault) throws NoSuchMethodException {
    CsvSource table =
        ReaderFaultTest.class
            .getDeclaredMethod(
                "everyFaultHasOneOutcomeAndIsOverWhenItIsMended", Fault.class, String.class)
            .getAnnotation(CsvSource.class);
    long lines =
        Arrays.stream(table.value()).filter(line -> line.startsWith(fault.name() + ",")).count();
    assertEquals(1, lines);
  }

  @Test
  void readsTheAddressThatWasWrittenAfterTheCardWasIssued() throws BadCardException {
    Card lin = card("lin");
    module.lay(lin);
    assertEquals(lin.value("new-address"), address());
    Card zhang = card("zhang");
    module.lay(zhang);
    assertEquals(zhang.value("address"), address());
  }

  @Test
  void tellsTheModulesNumberAndThatItCannotTellWhenACardIsTaken() throws BadCardException {
    module.lay(card("zhang"));
    await(reader.read(WAIT).outcome());
    Capabilities capabilities = reader.snapshot().capabilities();
    assertEquals(
        "05.03-20160613-000012345-0123456789",
        capabilities.fact(IdCardReader.MODULE_NUMBER).orElse(""));
    assertEquals("no", capabilities.fact(Capabilities.TELLS_TAKEN).orElse(""));
  }

  private String address() {
    ReadOutcome outcome = await(reader.readWithAddress(WAIT).outcome());
    try (IdentityCard card = assertInstanceOf(ReadOutcome.CardRead.class, outcome).card()) {
      return new String(card.address().orElse(new char[0]));
    }
  }

  private static String said(ReadOutcome outcome) {
    if (outcome instanceof ReadOutcome.CardRead(IdentityCard card)) {
      card.close();
    }
    String kind = outcome.getClass().getSimpleName();
    return switch (outcome) {
      case ReadOutcome.CardUnreadable(String code) -> kind + " " + code;
      case ReadOutcome.ReaderUnavailable(var health) -> kind + " " + health.detail();
      default -> kind;
    };
  }

  private static ReadOutcome await(CompletionStage<ReadOutcome> outcome) {
    return outcome.toCompletableFuture().orTimeout(100, TimeUnit.SECONDS).join();
  }

  private static Card card(String name) throws BadCardException {
    return CardBox.authored().named(name);
  }
}
