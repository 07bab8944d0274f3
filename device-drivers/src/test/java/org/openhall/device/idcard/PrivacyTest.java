package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.Line;

/** Nothing of a card is left in the log, in texts, or in arrays. */
class PrivacyTest {

  private static final String NAME = "欧阳鑫犇";
  private static final List<String> TRACES =
      List.of(NAME, "鑫犇", "欧阳", "11010519491231002", "19491231", "朝阳区测试路");

  private static final SdtCommand READ = SdtCommand.READ_TEXT_AND_PHOTO;
  private static final byte[] FOUND = CardText.reply(0, 0, 0x9F, 0, 0, 0, 0);
  private static final byte[] SELECTED = CardText.reply(0, 0, 0x90, 0, 0, 0, 0, 0, 0, 0, 0);

  private final Logger logger = Logger.getLogger("org.openhall");
  private final Recorder recorder = new Recorder();

  @BeforeEach
  void listen() {
    logger.setLevel(Level.ALL);
    logger.addHandler(recorder);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(recorder);
    logger.setLevel(null);
  }

  @Test
  void nothingOfACardIsInTheLogOrInAnyText() throws Exception {
    try (ScriptedModule module = new ScriptedModule()) {
      SdtReader reader = SdtReaderTest.reader(module.port());
      module.layDown(card().readReply());
      ReadOutcome outcome = read(reader);
      noTrace(outcome.toString());
      IdentityCard card = assertInstanceOf(ReadOutcome.CardRead.class, outcome).card();
      noTrace(card.toString());
      module.layDown(garbled()).always(ScriptedModule.READ, garbled());
      noTrace(read(reader).toString());
      module.layDown(card().put(204, "20340230").readReply());
      noTrace(read(reader).toString());
      card.close();
      noTrace(String.valueOf(assertThrows(IllegalStateException.class, card::maskedName)));
      reader.close();
    }
    assertFalse(recorder.texts.isEmpty());
    recorder.texts.forEach(PrivacyTest::noTrace);
  }

  @Test
  void aCardThatIsReadAfterTheCancelIsNotHandedOver() throws Exception {
    Tape tape = new Tape(card().readReply(), FOUND, SELECTED);
    CommandRun run = CommandRun.unheard();
    tape.onLastAnswer(run::cancel);
    ReadOutcome outcome =
        new ReadJob(new ReadJob.Wish(Duration.ofSeconds(30), false), InstantSource.system())
            .run(tape, run);
    assertEquals(new ReadOutcome.Cancelled(), outcome);
  }

  @Test
  void theArraysOfACardAreZeroAfterItsClose() throws ReflectiveOperationException {
    IdentityCard card = TextBlock.parse(card().bytes()).orElseThrow();
    char[] name = array(card, "name");
    char[] number = array(card, "number");
    assertEquals(NAME, new String(name));
    card.close();
    assertEquals("\0".repeat(NAME.length()), new String(name));
    assertEquals("\0".repeat(18), new String(number));
  }

  @Test
  void theBufferOfTheLineIsZeroAfterAnAnswerAndTheReplyAfterItsClose() throws Exception {
    Tape tape = new Tape(card().readReply());
    SdtReply reply = new SdtModule(tape).ask(SdtCommand.READ_TEXT_AND_PHOTO);
    assertTrue(tape.buffers.size() > 1);
    tape.buffers.forEach(PrivacyTest::assertZero);
    Field body = SdtReply.class.getDeclaredField("body");
    body.setAccessible(true);
    byte[] kept = (byte[]) body.get(reply);
    noTrace(reply.toString());
    reply.close();
    assertZero(kept);
  }

  @Test
  void thePhotoIsZeroBeforeTheTextIsRead() throws Exception {
    Tape tape = new Tape(FOUND);
    List<byte[]> copies = new ArrayList<>();
    ReadJob job = new ReadJob(new ReadJob.Wish(Duration.ZERO, false), InstantSource.system());
    try (SdtReply reply = new SdtModule(new Tape(card().readReply())).ask(READ);
        IdentityCard card =
            assertInstanceOf(ReadOutcome.CardRead.class, job.parse(reply, new SdtModule(tape)))
                .card()) {
      Field body = SdtReply.class.getDeclaredField("body");
      body.setAccessible(true);
      byte[] kept = (byte[]) body.get(reply);
      assertZero(Arrays.copyOfRange(kept, 3 + 4 + 256, kept.length));
      copies.add(kept);
      assertEquals("***犇", card.maskedName());
    }
    copies.forEach(PrivacyTest::assertZero);
  }

  @Test
  void theBufferIsZeroAlsoWhenTheAnswerWasGarbled() {
    Tape tape = new Tape(garbled(), garbled(), garbled());
    GarbledAnswerException e =
        assertThrows(
            GarbledAnswerException.class,
            () -> new SdtModule(tape).ask(SdtCommand.READ_TEXT_AND_PHOTO));
    noTrace(e.toString());
    tape.buffers.forEach(PrivacyTest::assertZero);
  }

  private static CardText card() {
    return CardText.resident().put(0, NAME);
  }

  private static byte[] garbled() {
    byte[] reply = card().readReply();
    reply[reply.length - 1] ^= 1;
    return reply;
  }

  private static ReadOutcome read(SdtReader reader) {
    return reader
        .read(Duration.ofSeconds(30))
        .outcome()
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  private static char[] array(IdentityCard card, String name) throws ReflectiveOperationException {
    Field field = IdentityCard.class.getDeclaredField(name);
    field.setAccessible(true);
    return (char[]) field.get(card);
  }

  private static void assertZero(byte[] bytes) {
    for (byte b : bytes) {
      assertEquals(0, b);
    }
  }

  private static void noTrace(String text) {
    TRACES.forEach(trace -> assertFalse(text.contains(trace), text));
  }

  /** A line that gives one answer to each question, in pieces, and remembers into which buffers. */
  private static final class Tape implements Line {
    private final Queue<byte[]> answers = new ArrayDeque<>();
    private final List<byte[]> buffers = new ArrayList<>();
    private byte[] answer = {};
    private int given;
    private Runnable onLastAnswer = () -> {};

    Tape(byte[] last, byte[]... before) {
      answers.addAll(List.of(before));
      answers.add(last);
    }

    void onLastAnswer(Runnable action) {
      onLastAnswer = action;
    }

    @Override
    public int read(byte[] buffer, int offset, Duration timeout) {
      int count = Math.min(100, Math.min(answer.length - given, buffer.length - offset));
      System.arraycopy(answer, given, buffer, offset, count);
      given += count;
      buffers.add(buffer);
      return count;
    }

    @Override
    public void write(byte[] bytes) {
      answer = answers.remove();
      given = 0;
      if (answers.isEmpty()) {
        onLastAnswer.run();
      }
    }

    @Override
    public void wake() {}

    @Override
    public void close() {
      answers.clear();
    }
  }

  /** Keeps every record of the log as text, with the stack traces. */
  private static final class Recorder extends Handler {
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      StringWriter text = new StringWriter();
      text.append(String.valueOf(entry.getMessage()));
      Throwable thrown = entry.getThrown();
      if (thrown != null) {
        thrown.printStackTrace(new PrintWriter(text, true));
      }
      texts.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
