package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.device.IdentityCard;

class SdtRedactionTest {

  private static final byte[] REPLY = CardText.resident().readReply();

  @Test
  void aCardsAnswerBecomesThatOfNobodyHoweverItIsCut() {
    byte[] whole = kept(REPLY, REPLY.length);
    for (int piece : new int[] {1, 2, 3, 5, 7, 64, 255, 256, 1000}) {
      assertArrayEquals(whole, kept(REPLY, piece), "in pieces of " + piece);
    }
    assertEquals(REPLY.length, whole.length);
    noPerson(whole);
    try (SdtReply reply = answer(whole).orElseThrow();
        IdentityCard card = TextBlock.parse(reply.data(4, 256)).orElseThrow()) {
      assertEquals("*某", card.maskedName());
      assertEquals("0****************9", card.maskedNumber());
      assertEquals(1_024, reply.unsignedShort(2));
      assertArrayEquals(new byte[1_024], reply.data(260, 1_024));
    }
  }

  @Test
  void noiseBeforeTheAnswerIsNotKeptAndDoesNotHideIt() {
    byte[] noisy = join(new byte[] {1, 2, (byte) 0xAA, (byte) 0xAA}, REPLY);
    byte[] kept = kept(noisy, 6);
    noPerson(kept);
    assertArrayEquals(new byte[] {0, 0}, Arrays.copyOf(kept, 2));
    assertTrue(answer(kept).isPresent());
  }

  @Test
  void theRestOfACardThatComesAfterTheNextCommandIsNotKept() {
    for (int cut = 1; cut < REPLY.length; cut++) {
      SdtRedaction redaction = new SdtRedaction();
      redaction.sent(SdtCommand.READ_TEXT_AND_PHOTO.frame());
      byte[] first = redaction.received(Arrays.copyOf(REPLY, cut));
      redaction.sent(SdtCommand.SAM_NUMBER.frame());
      byte[] rest = redaction.received(Arrays.copyOfRange(REPLY, cut, REPLY.length));
      noPerson(join(first, rest));
    }
  }

  @Test
  void aCardThatNobodyAskedForIsNotKept() {
    SdtRedaction redaction = new SdtRedaction();
    redaction.sent(SdtCommand.STATUS.frame());
    byte[] kept = redaction.received(REPLY);
    noPerson(kept);
    assertEquals(0, nonZero(kept, 10, kept.length - 1));
  }

  @Test
  void anAnswerWithoutDataIsKeptAsItIs() {
    for (byte[] reply : new byte[][] {CardText.reply(0, 0, 0x90), CardText.reply(0, 0, 0x80)}) {
      SdtRedaction redaction = new SdtRedaction();
      redaction.sent(SdtCommand.STATUS.frame());
      assertArrayEquals(reply, redaction.received(reply));
    }
  }

  @Test
  void ofAnswersWithDataOnlyTheirStatusIsKept() {
    for (int status : new int[] {0x90, 0x9F, 0x41, 0x66}) {
      SdtRedaction redaction = new SdtRedaction();
      redaction.sent(SdtCommand.SAM_NUMBER.frame());
      byte[] reply =
          CardText.reply(7, 8, status, 5, 0, 3, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
      int[] zeros = new int[19];
      zeros[2] = status;
      assertArrayEquals(CardText.reply(zeros), redaction.received(reply));
    }
  }

  @Test
  void aNameThatFollowsAPreambleBecauseTheLineLostBytesIsNotKept() {
    byte[] preamble = Arrays.copyOf(REPLY, 5);
    for (int lost = 1; lost < 40; lost++) {
      byte[] rest = Arrays.copyOfRange(REPLY, 5 + lost, REPLY.length);
      byte[] kept = kept(join(preamble, rest), 64);
      noPerson(kept);
      assertEquals(0, nonZero(kept, 12, 40 - lost), "after " + lost);
    }
  }

  private static Optional<SdtReply> answer(byte[] bytes) {
    return new SdtFrame(SdtFrame.LONGEST).search(bytes, bytes.length);
  }

  private static byte[] kept(byte[] bytes, int piece) {
    SdtRedaction redaction = new SdtRedaction();
    redaction.sent(SdtCommand.READ_TEXT_AND_PHOTO.frame());
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (int from = 0; from < bytes.length; from += piece) {
      int to = Math.min(bytes.length, from + piece);
      kept.writeBytes(redaction.received(Arrays.copyOfRange(bytes, from, to)));
    }
    return kept.toByteArray();
  }

  /** Nothing of the name, birth, address or number, nor of the photo. */
  static void noPerson(byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    for (String personal : new String[] {"三丰", "4912", "1231", "朝阳", "110105", "5A5A"}) {
      byte[] units = personal.getBytes(StandardCharsets.UTF_16LE);
      assertFalse(hex.contains(HexFormat.of().formatHex(units)), personal);
    }
    assertFalse(hex.contains("5a5a5a5a"), "photo");
  }

  private static int nonZero(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += bytes[i] == 0 ? 0 : 1;
    }
    return count;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
