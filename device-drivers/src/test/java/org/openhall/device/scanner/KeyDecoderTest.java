package org.openhall.device.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** What keys mean; the bytes are as evdev of a 64-bit kernel gives them. */
class KeyDecoderTest {

  private static final int EV_SYN = 0;
  private static final int EV_KEY = 1;
  private static final int EV_MSC = 4;
  private static final int EV_LED = 0x11;

  private final KeyDecoder decoder = new KeyDecoder();
  private final StringBuilder typed = new StringBuilder();

  /** struct input_event: two longs of time, __u16 type, __u16 code, __s32 value. */
  static byte[] event(int type, int code, int value) {
    return ByteBuffer.allocate(24)
        .order(ByteOrder.nativeOrder())
        .putLong(1_764_000_000L)
        .putLong(123_456)
        .putShort((short) type)
        .putShort((short) code)
        .putInt(value)
        .array();
  }

  private void happens(int type, int code, int value) {
    for (byte next : event(type, code, value)) {
      int character = decoder.take(next);
      switch (character) {
        case KeyDecoder.NOTHING -> {}
        case KeyDecoder.LOST -> typed.append("<lost>");
        case KeyDecoder.NO_CHARACTER -> typed.append("<none>");
        default -> typed.append((char) character);
      }
    }
  }

  private void press(int... keys) {
    for (int key : keys) {
      happens(EV_MSC, 4, 0x70000 + key);
      happens(EV_KEY, key, 1);
      happens(EV_SYN, 0, 0);
      happens(EV_KEY, key, 0);
      happens(EV_SYN, 0, 0);
    }
  }

  private void holding(int modifier, int... keys) {
    happens(EV_KEY, modifier, 1);
    press(keys);
    happens(EV_KEY, modifier, 0);
  }

  @Test
  void theRowsOfAUsKeyboard() {
    press(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    press(16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
    press(30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41);
    press(43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 57, 15, 28);
    assertEquals("1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./ \t\r", typed.toString());
  }

  @Test
  void withEitherShift() {
    holding(42, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 26, 27);
    holding(54, 30, 39, 40, 41, 43, 50, 51, 52, 53);
    press(30);
    assertEquals("!@#$%^&*()_+Q{}A:\"~|M<>?a", typed.toString());
  }

  @Test
  void capsLockIsForLettersAndShiftUndoesIt() {
    press(58);
    press(30, 2);
    holding(42, 30, 2);
    press(58);
    press(30);
    assertEquals("A1a!a", typed.toString());
  }

  @Test
  void theLightOfCapsLockSaysHowItIs() {
    happens(EV_LED, 1, 1);
    press(30);
    happens(EV_LED, 1, 0);
    press(30);
    assertEquals("Aa", typed.toString());
  }

  @Test
  void theKeypadTypesDigits() {
    press(69, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 55, 98, 96);
    assertEquals("789-456+1230.*/\r", typed.toString());
  }

  @Test
  void controlCharactersOfGs1AndLineFeeds() {
    holding(29, 27, 36);
    holding(97, 7);
    assertEquals("\u001d\n\u001e", typed.toString());
  }

  @Test
  void whatTypesNoAsciiIsSaid() {
    press(59, 30); // F1
    holding(56, 79, 80); // Alt and the keypad: a character by its number
    holding(125, 30);
    press(0x2ff);
    assertEquals("<none>a<none><none><none><none>", typed.toString());
  }

  @Test
  void aKeyThatRepeatsIsTypedOnce() {
    happens(EV_KEY, 30, 1);
    happens(EV_KEY, 30, 2);
    happens(EV_KEY, 30, 2);
    happens(EV_KEY, 30, 0);
    assertEquals("a", typed.toString());
  }

  @Test
  void afterALossEverythingUpToTheNextReportIsPassedOver() {
    happens(EV_KEY, 42, 1);
    happens(EV_SYN, 3, 0); // SYN_DROPPED
    happens(EV_KEY, 30, 1);
    happens(EV_SYN, 0, 0);
    press(30);
    assertEquals("<lost>a", typed.toString(), "shift is no longer believed to be held");
  }

  @Test
  void eventsMayComeInPieces() {
    byte[] event = event(EV_KEY, 30, 1);
    for (int i = 0; i < 23; i++) {
      assertEquals(KeyDecoder.NOTHING, decoder.take(event[i]));
    }
    assertEquals('a', decoder.take(event[23]));
  }
}
