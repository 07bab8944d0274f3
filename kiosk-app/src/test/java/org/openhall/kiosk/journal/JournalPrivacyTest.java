package org.openhall.kiosk.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.agentlink.AskOutcome;
import org.openhall.kiosk.agentlink.ScriptedAgent;
import org.openhall.kiosk.agentlink.VisitLine;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.Personal;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.PersonalForm.Field;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.Event;
import org.openhall.link.event.EventMessage;
import org.openhall.link.event.EventType;
import org.openhall.link.message.AgentMessage;

/** After a visit nothing of what was sealed is in the terminal's memory or on its disk. */
class JournalPrivacyTest {
  private static final int LENGTH = 24;
  private static final int VISIT = 1;
  private static final int ANSWER = 2;
  private static final int CONTROL = 3;
  private static final OpeningKey OFFICE = OpeningKey.generate(new SecureRandom());

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
    Witness witness = new Witness();
    List<Object> held = visit(data, witness);
    Path heap = folder.resolve("heap.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(heap.toString(), true);
    byte[] dump = Files.readAllBytes(heap);
    assertTrue(contains(dump, words(CONTROL)), "what is held is found: the search works");
    assertTrue(control.length == LENGTH);
    assertFalse(contains(dump, words(VISIT)), "what was submitted is left in memory");
    assertFalse(contains(dump, words(ANSWER)), "what was answered is left in memory");
    assertEquals(1, witness.given.size());
    assertTrue(contains(dump, witness.given.getFirst()));
    assertFalse(
        contains(dump, Witness.turned(witness.given.getFirst())),
        "the key of the visit is left in memory");
    try (var files = Files.walk(data)) {
      List<Path> written = files.filter(Files::isRegularFile).toList();
      assertFalse(written.isEmpty());
      for (Path file : written) {
        assertFalse(contains(Files.readAllBytes(file), words(VISIT)), file.toString());
      }
    }
    assertEquals(7, held.size(), "held until here: who has the objects has nothing any more");
    assertEquals(LENGTH, control.length);
  }

  /** An application, a question, its answer, and the end; gives back all that was worked with. */
  private static List<Object> visit(Path data, Witness witness) throws IOException {
    Journal journal = new Journal(data, "t-1", Journal.USUAL_CAP, Clock.systemUTC());
    PersonalForm application = form();
    assertInstanceOf(
        KeepOutcome.Kept.class,
        journal.submit(EventType.APPLICATION, application, Optional.of(OFFICE.sealKey())));
    BlockingQueue<AskOutcome> heard = new LinkedBlockingQueue<>();
    PersonalForm question = form();
    try (ScriptedAgent agent = new ScriptedAgent(data, JournalPrivacyTest::answered)) {
      VisitLine line =
          new VisitLine(
              new VisitLine.Parts(
                  data, "t-1", VisitLine.Pace.USUAL, Clock.systemUTC(), witness, Runnable::run));
      line.ask(question, Optional.of(OFFICE.sealKey()), heard::add);
      AskOutcome outcome = taken(heard);
      PersonalForm shown = assertInstanceOf(AskOutcome.Answered.class, outcome).answer();
      assertArrayEquals(words(ANSWER), shown.value(Field.TEXT));
      shown.close();
      line.close();
      ScriptedAgent.awaitOverwritten(line);
      return List.of(journal, application, question, agent, outcome, shown, line);
    }
  }

  private static AskOutcome taken(BlockingQueue<AskOutcome> heard) {
    try {
      return heard.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PersonalForm form() {
    char[] typed = words(VISIT);
    PersonalForm form = new PersonalForm().put(Field.TEXT, CharBuffer.wrap(typed));
    Arrays.fill(typed, '\0');
    return form;
  }

  /** The office's part, and the agent's, which carries it. */
  private static Optional<byte[]> answered(EventMessage question) {
    Event.Question event = (Event.Question) question.read().orElseThrow();
    Binding up = new Binding(Way.UP, "t-1", question.id(), "question");
    Binding down = new Binding(Way.DOWN, "t-1", question.id(), "question");
    OpenOutcome.Opened opened =
        assertInstanceOf(OpenOutcome.Opened.class, OFFICE.open(event.envelope(), up));
    char[] words = words(ANSWER);
    try (Personal personal = opened.personal();
        PersonalForm asked = PersonalForm.decode(personal).orElseThrow();
        PersonalForm answer = new PersonalForm().put(Field.TEXT, CharBuffer.wrap(words))) {
      SealKey to = SealKey.parse(new String(asked.value(Field.REPLY_KEY))).orElseThrow();
      return Optional.of(new AgentMessage.Answered(to.seal(answer.encode(), down)).toJson());
    } finally {
      Arrays.fill(words, '\0');
    }
  }

  /** Remembers, otherwise written, what it gave: the secret of the visit's key. */
  private static final class Witness extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final List<byte[]> given = new ArrayList<>();

    @Override
    public void nextBytes(byte[] bytes) {
      super.nextBytes(bytes);
      given.add(turned(bytes));
    }

    static byte[] turned(byte[] bytes) {
      byte[] turned = bytes.clone();
      for (int i = 0; i < turned.length; i++) {
        turned[i] ^= 0x55;
      }
      return turned;
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
