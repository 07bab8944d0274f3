package org.openhall.device.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SdtFrameTest {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  @Test
  void commandsAreTheGoldenBytes() {
    assertEquals("AA AA AA 96 69 00 03 11 FF ED", sent(SdtCommand.STATUS));
    assertEquals("AA AA AA 96 69 00 03 20 01 22", sent(SdtCommand.FIND_CARD));
    assertEquals("AA AA AA 96 69 00 03 20 02 21", sent(SdtCommand.SELECT_CARD));
    assertEquals("AA AA AA 96 69 00 03 30 01 32", sent(SdtCommand.READ_TEXT_AND_PHOTO));
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
    SdtReply reply = SdtFrame.search(frame, frame.length).reply().orElseThrow();
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
  void aWrongChecksumIsNoAnswer() {
    SdtFrame.Found found = search("AA AA AA 96 69 00 04 00 00 90 95");
    assertTrue(found.reply().isEmpty());
    assertTrue(found.garbled());
  }

  @Test
  void anyFlippedBitOfACardIsSeen() {
    byte[] frame = CardText.resident().readReply();
    for (int i = 0; i < frame.length * 8; i++) {
      frame[i / 8] ^= (byte) (1 << (i % 8));
      assertTrue(SdtFrame.search(frame, frame.length).reply().isEmpty(), "bit " + i);
      frame[i / 8] ^= (byte) (1 << (i % 8));
    }
  }

  @Test
  void aFrameIsFoundOnlyWhenItsLastByteHasCome() {
    byte[] frame = HEX.parseHex("AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97");
    for (int filled = 0; filled < frame.length; filled++) {
      SdtFrame.Found found = SdtFrame.search(frame, filled);
      assertTrue(found.reply().isEmpty());
      assertFalse(found.garbled());
    }
    assertTrue(SdtFrame.search(frame, frame.length).reply().isPresent());
  }

  @Test
  void aLengthTooShortForAStatusIsNoFrame() {
    assertTrue(search("AA AA AA 96 69 00 00 AA AA AA 96 69 00 03 00 00 03").reply().isEmpty());
  }

  private static String sent(SdtCommand command) {
    return HEX.formatHex(command.frame());
  }

  private static int status(String hex) {
    return search(hex).reply().orElseThrow().status();
  }

  private static SdtFrame.Found search(String hex) {
    byte[] bytes = HEX.parseHex(hex);
    return SdtFrame.search(bytes, bytes.length);
  }
}
