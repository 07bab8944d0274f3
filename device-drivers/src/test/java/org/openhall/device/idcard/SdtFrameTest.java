package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdtFrameTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  @Test
  void commandsAreTheGoldenBytes() {
    assertEquals("AA AA AA 96 69 00 03 11 FF ED", sent(SdtCommand.STATUS));
    assertEquals("AA AA AA 96 69 00 03 20 01 22", sent(SdtCommand.FIND_CARD));
    assertEquals("AA AA AA 96 69 00 03 20 02 21", sent(SdtCommand.SELECT_CARD));
    assertEquals("AA AA AA 96 69 00 03 12 FF EE", sent(SdtCommand.SAM_NUMBER));
    assertEquals("AA AA AA 96 69 00 03 30 01 32", sent(SdtCommand.READ_TEXT_AND_PHOTO));
    assertEquals("AA AA AA 96 69 00 03 30 03 30", sent(SdtCommand.READ_NEWEST_ADDRESS));
  }

  @Test
  void goldenAnswersAreUnderstood() {
    assertEquals(0x9F, status("AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97"));
    assertEquals(0x80, status("AA AA AA 96 69 00 04 00 00 80 84"));
    assertEquals(0x90, status("AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C"));
    assertEquals(0x81, status("AA AA AA 96 69 00 04 00 00 81 85"));
    assertEquals(0x41, status("AA AA AA 96 69 00 04 00 00 41 45"));
    assertEquals(0x90, status("AA AA AA 96 69 00 04 00 00 90 94"));
    assertEquals(0x10, status("AA AA AA 96 69 00 04 00 00 10 14"));
  }

  @Test
  void aCardIsTwelveHundredAndNinetyFiveBytesWithTheGoldenHead() {
    byte[] frame = CardText.resident().readReply();
    assertEquals(1_295, frame.length);
    assertTrue(HEX.formatHex(frame).startsWith("AA AA AA 96 69 05 08 00 00 90 01 00 04 00 "));
    SdtReply reply = search(frame).orElseThrow();
    assertEquals(4 + 256 + 1_024, reply.dataLength());
    assertEquals(256, reply.unsignedShort(0));
    assertEquals(1_024, reply.unsignedShort(2));
  }

  @Test
  void noiseBeforeAFrameIsPassedOver() {
    assertEquals(0x90, status("00 FF AA 96 69 AA AA AA AA AA 96 69 00 04 00 00 90 94"));
  }

  @Test
  void aFalseHeadWithAHugeLengthDoesNotHideTheFrameBehindIt() {
    assertEquals(0x90, status("AA AA AA 96 69 7F FF AA AA AA 96 69 00 04 00 00 90 94"));
  }

  @Test
  void aWholePreambleInNoiseHidesTheFrameBehindItOnlyUntilTheLineIsSilent() {
    byte[] bytes = HEX.parseHex("AA AA AA 96 69 00 30 AA AA AA 96 69 00 04 00 00 90 94");
    assertEquals(Optional.empty(), new SdtFrame(64).search(bytes, bytes.length));
    assertEquals(0x90, new SdtFrame(64).searchRest(bytes, bytes.length).orElseThrow().status());
  }

  @Test
  void aWholePreambleInNoiseWithALengthThatEndsIsPassedOver() {
    assertEquals(0x90, status("AA AA AA 96 69 00 04 01 02 AA AA AA 96 69 00 04 00 00 90 94"));
  }

  @Test
  void aLengthThatTheAnswerCannotHaveIsNoise() {
    byte[] bytes = HEX.parseHex("AA AA AA 96 69 00 41 AA AA AA 96 69 00 04 00 00 90 94");
    assertEquals(0x90, new SdtFrame(64).search(bytes, bytes.length).orElseThrow().status());
  }

  @Test
  void aFrameWithinAPhotoThatIsStillComingIsNoAnswer() {
    byte[] inner = HEX.parseHex("AA AA AA 96 69 00 04 00 00 41 45");
    byte[] frame = CardText.resident().readReply();
    System.arraycopy(inner, 0, frame, 600, inner.length);
    frame[frame.length - 1] ^= xor(frame, 5, frame.length);
    SdtFrame search = new SdtFrame(SdtFrame.LONGEST);
    for (int filled = 0; filled < frame.length; filled++) {
      assertEquals(Optional.empty(), search.search(frame, filled), "after " + filled);
    }
    assertEquals(0x90, search.search(frame, frame.length).orElseThrow().status());
  }

  @Test
  void aWrongChecksumIsNoAnswer() {
    byte[] bytes = HEX.parseHex("AA AA AA 96 69 00 04 00 00 90 95");
    SdtFrame frame = new SdtFrame(64);
    assertEquals(Optional.empty(), frame.search(bytes, bytes.length));
    assertTrue(frame.garbled());
  }

  @Test
  void anyFlippedBitOfACardIsSeen() {
    byte[] frame = CardText.resident().readReply();
    for (int i = 0; i < frame.length * 8; i++) {
      frame[i / 8] ^= (byte) (1 << (i % 8));
      assertTrue(search(frame).isEmpty(), "bit " + i);
      frame[i / 8] ^= (byte) (1 << (i % 8));
    }
  }

  @Test
  void aFrameIsFoundOnlyWhenItsLastByteHasCome() {
    byte[] frame = HEX.parseHex("AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97");
    SdtFrame search = new SdtFrame(64);
    for (int filled = 0; filled < frame.length; filled++) {
      assertTrue(search.search(frame, filled).isEmpty());
      assertFalse(search.garbled());
    }
    assertTrue(search.search(frame, frame.length).isPresent());
  }

  @Test
  void aLengthTooShortForAStatusIsNoFrame() {
    byte[] bytes = HEX.parseHex("AA AA AA 96 69 00 00 AA AA AA 96 69 00 03 00 00 03");
    assertTrue(search(bytes).isEmpty());
  }

  private static byte xor(byte[] bytes, int from, int to) {
    return SdtFrame.checksum(bytes, from, to);
  }

  private static String sent(SdtCommand command) {
    return HEX.formatHex(command.frame());
  }

  private static int status(String hex) {
    return search(HEX.parseHex(hex)).orElseThrow().status();
  }

  private static Optional<SdtReply> search(byte[] bytes) {
    return new SdtFrame(SdtFrame.LONGEST).searchRest(bytes, bytes.length);
  }
}
