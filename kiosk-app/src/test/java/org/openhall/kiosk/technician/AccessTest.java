package org.openhall.kiosk.technician;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.technician.Access.Outcome;
import org.openhall.link.settings.TerminalSettings;

class AccessTest {
  private static final String TECHNICIAN = "20394857";
  private static final String ATTENDANT = "730591";
  private static final int FEW = 1_000;

  private @TempDir Path data;
  private Instant now = Instant.parse("2026-12-01T01:00:00Z");
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @BeforeEach
  void setPins() throws IOException {
    SecureRandom random = new SecureRandom();
    Pins pins = new Pins(Map.of()).with(Role.TECHNICIAN, TECHNICIAN.toCharArray(), FEW, random);
    Pins.file(data).write(pins.with(Role.ATTENDANT, ATTENDANT.toCharArray(), FEW, random));
  }

  private int set(String role, String pin) throws IOException {
    return PinMain.perform(
        List.of("--data", data.toString(), role), _ -> pin.toCharArray(), false, _ -> {});
  }

  private Outcome enter(Access access, String pin) {
    return access.enter(pin.toCharArray());
  }

  @Test
  void thePinThatWasSetSaysWhoItIsAndLiesNowhereInTheClear() throws IOException {
    assertEquals(0, set("technician", TECHNICIAN));
    Access access = new Access(data, clock);
    assertEquals(new Outcome.Entered(Role.TECHNICIAN), enter(access, TECHNICIAN));
    assertEquals(new Outcome.Entered(Role.ATTENDANT), enter(access, ATTENDANT));
    String file = Files.readString(data.resolve("pins.json"));
    assertFalse(file.contains(TECHNICIAN) || file.contains(ATTENDANT), file);
    assertEquals(
        "rw-r-----",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("pins.json"))));
    char[] typed = TECHNICIAN.toCharArray();
    access.enter(typed);
    assertArrayEquals("00000000".toCharArray(), typed);
  }

  @Test
  void thePinsLieBesideTheSettingsWhereverThoseLie() throws IOException {
    Path rootsFolder = Files.createDirectory(data.resolve("etc"));
    System.setProperty(
        TerminalSettings.PROPERTY, rootsFolder.resolve("terminal.properties").toString());
    try {
      assertEquals(
          new Outcome.NoPin(), enter(new Access(data, clock), TECHNICIAN), "those of the data");
      assertEquals(0, set("technician", "56473829"));
      assertTrue(Files.exists(rootsFolder.resolve("pins.json")));
      assertEquals(
          new Outcome.Entered(Role.TECHNICIAN), enter(new Access(data, clock), "56473829"));
    } finally {
      System.clearProperty(TerminalSettings.PROPERTY);
    }
  }

  @Test
  void waitsGrowAndOutliveARestartAndAClockThatIsSetBack() {
    Access access = new Access(data, clock);
    assertEquals(new Outcome.Wrong(Duration.ZERO), enter(access, "1"));
    assertEquals(new Outcome.Wrong(Duration.ZERO), enter(access, "2"));
    assertEquals(new Outcome.Wrong(Duration.ofSeconds(30)), enter(access, "3"));
    Access restarted = new Access(data, clock);
    assertEquals(new Outcome.Locked(Duration.ofSeconds(30)), enter(restarted, TECHNICIAN));
    now = now.minus(Duration.ofDays(1));
    assertEquals(new Outcome.Locked(Duration.ofSeconds(30)), enter(restarted, TECHNICIAN));
    now = now.plus(Duration.ofDays(1)).plusSeconds(30);
    assertEquals(new Outcome.Wrong(Duration.ofMinutes(1)), enter(restarted, "4"));
    now = now.plusSeconds(60);
    assertEquals(new Outcome.Entered(Role.TECHNICIAN), enter(restarted, TECHNICIAN));
    assertEquals(new Outcome.Wrong(Duration.ZERO), enter(restarted, "5"));
  }

  @Test
  void anAttendantsPinGivesNoFurtherTryAtTheTechnicians() {
    Access access = new Access(data, clock);
    enter(access, "1");
    enter(access, "2");
    assertEquals(new Outcome.Entered(Role.ATTENDANT), enter(access, ATTENDANT));
    assertEquals(new Outcome.Entered(Role.ATTENDANT), enter(access, ATTENDANT));
    assertEquals(new Outcome.Wrong(Duration.ofSeconds(30)), enter(access, "3"));
    now = now.plusSeconds(30);
    assertEquals(new Outcome.Entered(Role.ATTENDANT), enter(new Access(data, clock), ATTENDANT));
    assertEquals(new Outcome.Wrong(Duration.ofMinutes(1)), enter(new Access(data, clock), "4"));
    now = now.plusSeconds(60);
    assertEquals(new Outcome.Entered(Role.TECHNICIAN), enter(access, TECHNICIAN));
    assertEquals(new Outcome.Wrong(Duration.ZERO), enter(access, "5"));
  }

  @Test
  void afterManyTheWaitIsAnHour() {
    Access access = new Access(data, clock);
    Outcome last = new Outcome.NoPin();
    for (int i = 0; i < 12; i++) {
      last = enter(access, "0" + i);
      now = now.plus(Duration.ofHours(2));
    }
    assertEquals(new Outcome.Wrong(Duration.ofHours(1)), last);
  }

  @Test
  void whoSpoilsTheCountGainsNothing() throws IOException {
    Access access = new Access(data, clock);
    Files.createDirectories(data.resolve("status"));
    Files.writeString(data.resolve("status/pin-tries.json"), "{");
    assertInstanceOf(Outcome.Locked.class, enter(access, TECHNICIAN));
    Files.delete(data.resolve("status/pin-tries.json"));
    assertInstanceOf(Outcome.Locked.class, enter(access, TECHNICIAN));
  }

  @Test
  void withoutAPinNobodyEnters() throws IOException {
    Files.delete(data.resolve("pins.json"));
    assertEquals(new Outcome.NoPin(), enter(new Access(data, clock), ""));
    assertEquals(new Outcome.NoPin(), enter(new Access(data, clock), "00000000"));
  }

  @Test
  void aPinThatIsEasyToGuessShortOrTheOthersIsNotSet() throws IOException {
    for (String bad :
        List.of("1234567", "12345678", "87654321", "11112222", "abcdefgh", "1234567890123")) {
      assertEquals(1, set("technician", bad), bad);
    }
    assertEquals(1, set("attendant", TECHNICIAN));
    assertEquals(new Outcome.Entered(Role.TECHNICIAN), enter(new Access(data, clock), TECHNICIAN));
    List<String> said = new ArrayList<>();
    assertEquals(2, PinMain.perform(List.of("--data", "x"), _ -> new char[0], false, said::add));
    assertTrue(said.getFirst().contains("Sets the PIN"), said.getFirst());
  }

  @Test
  void twoThatDifferAreNotSet() throws IOException {
    List<String> typed = new ArrayList<>(List.of("90817263", "90817264"));
    assertEquals(
        1,
        PinMain.perform(
            List.of("technician", "--data", data.toString()),
            _ -> typed.removeFirst().toCharArray(),
            true,
            _ -> {}));
  }
}
