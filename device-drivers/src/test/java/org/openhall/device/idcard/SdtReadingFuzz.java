package org.openhall.device.idcard;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.openhall.device.IdCardReader.ReadOutcome;
import org.openhall.device.IdentityCard;
import org.openhall.device.fuzz.PlayedLine;
import org.openhall.device.transport.CommandRun;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.fuzz.FuzzTarget;

/**
 * A whole reading with any answers: it ends in one outcome after a bounded number of questions, and
 * a card that comes of it can be used and erased.
 */
public final class SdtReadingFuzz implements FuzzTarget {

  private static final int MOST_QUESTIONS = 8;
  private static final byte[] FOUND = {0, 0, (byte) 0x9F, 0, 0, 0, 0};
  private static final byte[] SELECTED = {0, 0, (byte) 0x90, 0, 0, 0, 0, 0, 0, 0, 0};

  @Override
  public String name() {
    return "sdt-reading";
  }

  @Override
  public List<byte[]> seeds() {
    byte[] card = body(CardText.resident().readReply());
    byte[] foreigner =
        body(
            CardText.resident()
                .put(122, "910000198409010011")
                .put(204, "20340506")
                .put(248, "Y")
                .readReply());
    return List.of(
        PlayedLine.script(FOUND, SELECTED, card, body(CardText.address("示例市新址街8号"))),
        PlayedLine.script(FOUND, SELECTED, foreigner, new byte[] {0, 0, (byte) 0x91}),
        PlayedLine.script(FOUND, SELECTED, new byte[] {0, 0, 0x41}),
        PlayedLine.script(FOUND, new byte[] {0, 0, 0x31}),
        PlayedLine.script(new byte[] {0, 0, (byte) 0x80}),
        PlayedLine.rawScript(
            CardText.reply(0, 0, 0x9F),
            CardText.reply(0, 0, 0x90),
            CardText.resident().readReply()));
  }

  /** What a frame is made of. */
  private static byte[] body(byte[] frame) {
    return Arrays.copyOfRange(frame, 7, frame.length - 1);
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("804000030000" + "90"),
        HexFormat.of().parseHex("804000030000" + "10"),
        HexFormat.of().parseHex("01000400"),
        HexFormat.of().parseHex("7F951F67"),
        HexFormat.of().parseHex("8000"));
  }

  @Override
  public int longest() {
    return 6_000;
  }

  @Override
  public void run(byte[] input) {
    PlayedLine line = new PlayedLine(input, 0, SdtReadingFuzz::framed);
    ReadJob.Wish wish = new ReadJob.Wish(Duration.ZERO, input.length % 2 == 0);
    try {
      ReadOutcome outcome =
          new ReadJob(wish, InstantSource.system()).run(line, CommandRun.unheard());
      if (outcome instanceof ReadOutcome.CardRead(IdentityCard card)) {
        use(card);
      }
    } catch (DeviceFaultException e) {
      if (String.valueOf(e.getMessage()).isEmpty()) {
        throw new AssertionError("a fault without words", e);
      }
    }
    if (line.sent() > MOST_QUESTIONS) {
      throw new AssertionError("asked " + line.sent() + " times");
    }
  }

  private static byte[] framed(byte[] body) {
    int length = body.length + 1;
    ByteBuffer frame = ByteBuffer.allocate(7 + length);
    frame.put(SdtCommand.STATUS.frame(), 0, 5).putShort((short) length).put(body);
    return frame.put(SdtFrame.checksum(frame.array(), 5, 7 + body.length)).array();
  }

  /** Everything that a kiosk does with a card. */
  static void use(IdentityCard card) {
    LocalDate day = LocalDate.of(2026, 11, 30);
    String shown =
        card.maskedName() + card.maskedNumber() + card.expiredOn(day) + card.youngerThan(14, day);
    card.address().ifPresent(address -> Arrays.fill(address, '\0'));
    card.close();
    if (shown.isEmpty() || !card.erased() || !card.toString().equals("IdentityCard[redacted]")) {
      throw new AssertionError("not erased");
    }
  }
}
