package org.openhall.simulator.idmodule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.simulator.card.BadCardException;
import org.openhall.simulator.card.CardBox;

/** The whole dialogue through a real pseudo terminal, opened by its link as a program would. */
@Timeout(30)
class IdModuleTest {

  private static final String FIND = "AAAAAA96690003200122";
  private static final String SELECT = "AAAAAA96690003200221";
  private static final String READ = "AAAAAA96690003300132";
  private static final String STATUS = "AAAAAA9669000311FFED";
  private static final String OK = "AAAAAA966900040000 9094".replace(" ", "");

  @TempDir Path folder;
  private IdModule module;
  private FileOutputStream out;
  private FileInputStream in;
  private final Semaphore changes = new Semaphore(0);

  @BeforeEach
  void start() throws IOException {
    Path link = folder.resolve("id-module");
    module = IdModule.start(link, changes::release);
    out = new FileOutputStream(link.toFile());
    in = new FileInputStream(link.toFile());
  }

  @AfterEach
  void stop() throws IOException {
    out.close();
    in.close();
    module.close();
  }

  @Test
  void readsACardOverTheLine() throws IOException, BadCardException {
    module.lay(CardBox.authored().named("rare"));
    assertEquals(15, ask(FIND, 15).length);
    assertEquals(19, ask(SELECT, 19).length);
    byte[] read = ask(READ, 1295);
    byte[] text = Arrays.copyOfRange(read, 14, 14 + 256);
    assertArrayEquals(CardBox.authored().named("rare").text(), text);
    assertTrue(module.cardWasRead());
  }

  @Test
  void servesAProgramThatComesAfterAnother() throws IOException {
    assertEquals(OK, hex(ask(STATUS, 11)));
    out.close();
    in.close();
    out = new FileOutputStream(folder.resolve("id-module").toFile());
    in = new FileInputStream(folder.resolve("id-module").toFile());
    assertEquals(OK, hex(ask(STATUS, 11)));
  }

  @Test
  void sendsALongAnswerInFragments() throws IOException, BadCardException {
    module.setFault(Fault.FRAGMENTS);
    module.lay(CardBox.authored().named("zhang"));
    ask(FIND, 15);
    ask(SELECT, 19);
    assertEquals(1295, ask(READ, 1295).length);
  }

  @Test
  void sendsNoiseBeforeTheFrame() throws IOException {
    module.setFault(Fault.NOISE);
    String answer = hex(ask(STATUS, 17));
    assertTrue(answer.endsWith(OK) && answer.length() > OK.length(), answer);
  }

  @Test
  void sendsWholePreamblesBeforeTheFrame() throws IOException {
    module.setFault(Fault.FALSE_FRAMES);
    String answer = hex(ask(STATUS, 22 + 11));
    assertTrue(answer.startsWith("AAAAAA96697FFF") && answer.endsWith(OK), answer);
  }

  @Test
  void garblesAReadOnce() throws IOException, BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    module.setFault(Fault.CHECKSUM_ONCE);
    ask(FIND, 15);
    ask(SELECT, 19);
    byte[] garbled = ask(READ, 1295);
    byte[] right = ask(READ, 1295);
    assertEquals(0x55, garbled[1294] ^ right[1294]);
  }

  @ParameterizedTest
  @EnumSource(names = {"TORN_ANSWER", "RESTART"})
  void losesCardOrMindInTheMiddleOfAnAnswer(Fault fault) throws IOException, BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    module.setFault(fault);
    ask(FIND, 15);
    ask(SELECT, 19);
    int noise = fault == Fault.RESTART ? 6 : 0;
    assertEquals(1295 / 2 + noise, ask(READ, 1295 / 2 + noise).length);
    assertEquals("AAAAAA966900040000 4145".replace(" ", ""), hex(ask(READ, 11)));
    assertEquals(fault == Fault.RESTART, module.card().isPresent());
  }

  @Test
  void sendsAWrongChecksum() throws IOException {
    module.setFault(Fault.CHECKSUM);
    assertEquals("AAAAAA966900040000 90C1".replace(" ", ""), hex(ask(STATUS, 11)));
  }

  @Test
  void spoilsOnlyWhatIsReadOffACardWhoseChecksumIsWrong() throws IOException, BadCardException {
    module.lay(CardBox.authored().named("checksum"));
    ask(FIND, 15);
    ask(SELECT, 19);
    byte[] read = ask(READ, 1295);
    int sum = 0;
    for (int i = 5; i < read.length; i++) {
      sum ^= read[i];
    }
    assertEquals(0x55, sum);
    assertEquals(OK, hex(ask(STATUS, 11)));
  }

  @Test
  void sendsHalfAFrame() throws IOException {
    module.setFault(Fault.TRUNCATED);
    assertEquals("AAAAAA9669", hex(ask(STATUS, 5)));
  }

  @Test
  void readsAndSaysNothingWhenMute() throws IOException, InterruptedException {
    module.setFault(Fault.MUTE);
    assertTrue(changes.tryAcquire(10, TimeUnit.SECONDS), "the fault was set");
    out.write(HexFormat.of().parseHex(STATUS));
    assertTrue(changes.tryAcquire(10, TimeUnit.SECONDS), "the request was read");
    module.setFault(Fault.OK);
    assertEquals(OK, hex(ask(STATUS, 11)), "only the second question has an answer");
    assertEquals(0, in.available());
  }

  @Test
  void tearsTheCardOnceAndSaysThatItIsGone() throws IOException, BadCardException {
    module.lay(CardBox.authored().named("zhang"));
    module.setFault(Fault.TEAR);
    ask(FIND, 15);
    ask(SELECT, 19);
    assertEquals("AAAAAA966900040000 4145".replace(" ", ""), hex(ask(READ, 11)));
    assertFalse(module.card().isPresent());
  }

  @Test
  void takesItsLinkAwayWhenItStops() throws IOException {
    Path link = folder.resolve("other");
    IdModule.start(link, () -> {}).close();
    assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void leavesAFileAloneThatIsInTheWayOfItsLink() throws IOException {
    Path file = Files.writeString(folder.resolve("mine"), "mine");
    IOException refused = assertThrows(IOException.class, () -> IdModule.start(file, () -> {}));
    assertTrue(refused.toString().contains("in the way"), refused.toString());
    assertEquals("mine", Files.readString(file));
  }

  private byte[] ask(String request, int length) throws IOException {
    out.write(HexFormat.of().parseHex(request));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] buffer = new byte[512];
    while (answer.size() < length) {
      answer.write(buffer, 0, in.read(buffer));
    }
    return answer.toByteArray();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
