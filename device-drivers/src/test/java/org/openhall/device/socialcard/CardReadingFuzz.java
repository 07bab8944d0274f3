package org.openhall.device.socialcard;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCardReader.ReadOutcome;
import org.openhall.device.transport.Recorder;
import org.openhall.fuzz.FuzzTarget;

/**
 * A social-security card that answers anything that a channel lets through: one outcome, after a
 * bounded number of commands, and never a VERIFY.
 */
public final class CardReadingFuzz implements FuzzTarget {

  private static final int MOST_COMMANDS = 24;
  private static final int VERIFY = 0x20;

  @Override
  public String name() {
    return "social-card";
  }

  @Override
  public List<byte[]> seeds() {
    String number = ScriptedChip.ascii(ScriptedChip.NUMBER);
    String name = ScriptedChip.name(ScriptedChip.NAME, "20");
    return List.of(
        answers(
            "6F009000",
            "9000",
            "0304" + ScriptedChip.ascii("3.00") + "9000",
            "0604203503169000",
            "0709" + ScriptedChip.ascii("A12345678") + "9000",
            "9000",
            "0812" + number + "9000",
            name),
        answers("6A82"),
        answers("9000", "6A86", "9000", "6B00", "0304" + ScriptedChip.ascii("1.00") + "9000"),
        answers(
            "9000",
            "9000",
            "0304" + ScriptedChip.ascii("2.00") + "9000",
            "0604FFFFFFFF9000",
            "0709" + ScriptedChip.ascii("A12345678") + "9000",
            "6982"));
  }

  private static byte[] answers(String... hex) {
    StringBuilder input = new StringBuilder();
    for (String answer : hex) {
      input.append("%02X".formatted(answer.length() / 2)).append(answer);
    }
    return HexFormat.of().parseHex(input);
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        answers("9000"), answers("6982"), answers("6A83"), answers("6B00"), answers("6283"));
  }

  @Override
  public int longest() {
    return 1_024;
  }

  @Override
  public void run(byte[] input) {
    try {
      ReadOutcome outcome = CardReading.of(new SocialChip(new Chip(input), Recorder.ofLengths()));
      if (outcome instanceof ReadOutcome.CardRead(SocialCard card)) {
        use(card);
      }
    } catch (CardException e) {
      if (e.getMessage() == null) {
        throw new AssertionError("a failure without words", e);
      }
    }
  }

  private static void use(SocialCard card) {
    LocalDate day = LocalDate.of(2026, 11, 30);
    String shown = card.maskedCardNumber() + card.expiredOn(day);
    shown +=
        card.identity()
            .map(it -> it.maskedName() + it.maskedNumber() + it.youngerThan(14, day))
            .orElse("");
    card.close();
    if (shown.isEmpty() || !card.erased()) {
      throw new AssertionError("not erased");
    }
  }

  /** Gives pieces of the input, each with its length before it; a card that is gone at its end. */
  private static final class Chip extends CardChannel {
    private final byte[] input;
    private int at;
    private int commands;

    Chip(byte[] input) {
      this.input = input;
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
      if (command.get(command.position() + 1) == VERIFY || ++commands > MOST_COMMANDS) {
        throw new AssertionError("a VERIFY, or commands without an end");
      }
      int to = Math.min(input.length, at + 1 + (at < input.length ? input[at] & 0xFF : 0));
      byte[] answer = Arrays.copyOfRange(input, Math.min(at + 1, to), to);
      at = to;
      if (answer.length < 2 || answer.length > response.remaining()) {
        throw new CardException("gone");
      }
      response.put(answer);
      return answer.length;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) {
      throw new AssertionError("what this gives cannot be zeroed");
    }

    @Override
    public Card getCard() {
      throw new AssertionError();
    }

    @Override
    public int getChannelNumber() {
      return 0;
    }

    @Override
    public void close() {
      throw new AssertionError();
    }
  }
}
