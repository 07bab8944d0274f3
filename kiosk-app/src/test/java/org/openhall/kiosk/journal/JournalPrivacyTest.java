package org.openhall.kiosk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.EventType;

/** After a visit nothing of what was sealed is in the terminal's memory or on its disk. */
class JournalPrivacyTest {
  private static final int LENGTH = 24;
  private static final int VISIT = 1;
  private static final int ANSWER = 2;
  private static final int CONTROL = 3;

  private @TempDir Path folder;

  /** Words that stand nowhere in the program: made when they are wanted, and always the same. */
  private static char[] words(int which) {
    Random random = new Random(which);
    char[] words = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      words[i] = (char) ('一' + random.nextInt(20_000));
    }
    return words;
  }

  @Test
  void nothingIsLeftInMemoryOrOnTheDisk() throws IOException {
    char[] control = words(CONTROL);
    Path data = folder.resolve("data");
    List<Object> held = visit(data);
    Path heap = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(heap.toString(), true);
    byte[] dump = Files.readAllBytes(heap);
    assertTrue(contains(dump, words(CONTROL)), "what is held is found: the search works");
    assertTrue(control.length == LENGTH);
    assertFalse(contains(dump, words(VISIT)), "what was submitted is left in memory");
    assertFalse(contains(dump, words(ANSWER)), "what was answered is left in memory");
    try (var files = Files.walk(data)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertFalse(written.isEmpty());
      for (Path file : written) {
        assertFalse(contains(Files.readAllBytes(file), words(VISIT)), file.toString());
      }
    }
    assertEquals(6, held.size(), "held until here: who has the objects has nothing any more");
    assertEquals(LENGTH, control.length);
  }

  /** A question, its answer, and the end; gives back all that the visit worked with. */
  private static List<Object> visit(Path data) {
    OpeningKey key = OpeningKey.generate(new SecureRandom());
    Journal journal = new Journal(data, "t-1", Journal.USUAL_CAP, Clock.systemUTC());
    char[] typed = words(VISIT);
    PersonalForm question =
        new PersonalForm()
            .put(Field.TEXT, CharBuffer.wrap(typed))
            .put(Field.REPLY_KEY, key.sealKey().text());
    Arrays.fill(typed, '\0');
    assertInstanceOf(
        KeepOutcome.Kept.class,
        journal.submit(EventType.QUESTION, question, Optional.of(officeKey())));
    Binding down = new Binding(Way.DOWN, "t-1", "event", "question");
    Envelope answer = answer(key.sealKey(), down);
    OpenOutcome.Opened opened = assertInstanceOf(OpenOutcome.Opened.class, key.open(answer, down));
    PersonalForm shown = PersonalForm.decode(opened.personal()).orElseThrow();
    try (Personal _ = opened.personal();
        shown) {
      Arrays.fill(shown.value(Field.TEXT), '\0');
    }
    key.close();
    return List.of(journal, question, answer, opened, shown, key);
  }

  private static SealKey officeKey() {
    return OpeningKey.generate(new SecureRandom()).sealKey();
  }

  private static Envelope answer(SealKey to, Binding down) {
    char[] words = words(ANSWER);
    try (PersonalForm form = new PersonalForm().put(Field.TEXT, CharBuffer.wrap(words))) {
      return to.seal(form.encode(), down);
    } finally {
      Arrays.fill(words, '\0');
    }
  }

  private static boolean contains(byte[] bytes, char[] words) {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      var encoded = charset.encode(CharBuffer.wrap(words));
      byte[] sought = new byte[encoded.remaining()];
      encoded.get(sought);
      if (contains(bytes, sought)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(byte[] bytes, byte[] sought) {
    for (int i = 0; i <= bytes.length - sought.length; i++) {
      if (bytes[i] == sought[0]
          && Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
        return true;
      }
    }
    return false;
  }
}
