package org.openhall.device.scanner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Turns the events of a keyboard (struct input_event of 64-bit kernels: 16 bytes of time, type and
 * code of 2 bytes, value of 4) into the ASCII characters of a US keyboard, as scanners press its
 * keys. Numbers: linux/input-event-codes.h.
 */
final class KeyDecoder {

  /** No character. */
  static final int NOTHING = -1;

  /** The kernel has lost events, so that what was typed is not whole. */
  static final int LOST = -2;

  /** A key or a combination that types no ASCII character. */
  static final int NO_CHARACTER = -3;

  private static final int EVENT_BYTES = 24;
  private static final int TYPE_AT = 16;

  private static final int EV_SYN = 0;
  private static final int EV_KEY = 1;
  private static final int EV_LED = 0x11;
  private static final int SYN_REPORT = 0;
  private static final int SYN_DROPPED = 3;
  private static final int LED_CAPSL = 1;
  private static final int RELEASED = 0;
  private static final int PRESSED = 1;

  private static final int KEY_LEFTCTRL = 29;
  private static final int KEY_LEFTSHIFT = 42;
  private static final int KEY_RIGHTSHIFT = 54;
  private static final int KEY_LEFTALT = 56;
  private static final int KEY_CAPSLOCK = 58;
  private static final int KEY_NUMLOCK = 69;
  private static final int KEY_RIGHTCTRL = 97;
  private static final int KEY_RIGHTALT = 100;
  private static final int KEY_LEFTMETA = 125;
  private static final int KEY_RIGHTMETA = 126;

  /** By the key's code; {@code \0} where a key types nothing. */
  private static final String PLAIN =
      "\0\0" + "1234567890-=\0\t" + "qwertyuiop[]\r\0" + "asdfghjkl;'`\0\\" + "zxcvbnm,./\0*\0 \0";

  private static final String SHIFTED =
      "\0\0" + "!@#$%^&*()_+\0\t" + "QWERTYUIOP{}\r\0" + "ASDFGHJKL:\"~\0|" + "ZXCVBNM<>?\0*\0 \0";

  /** The keypad from code 71 on, its digits as with Num Lock. */
  private static final String KEYPAD = "789-456+1230.";

  private static final int KEYPAD_AT = 71;
  private static final int KEYPAD_ENTER = 96;
  private static final int KEYPAD_SLASH = 98;

  private final byte[] event = new byte[EVENT_BYTES];
  private final ByteBuffer fields = ByteBuffer.wrap(event).order(ByteOrder.nativeOrder());
  private int filled;
  private int held;
  private boolean capsLock;
  private boolean lost;

  /** Takes one byte; gives the character that it completes, or one of the negative numbers. */
  int take(byte next) {
    event[filled++] = next;
    if (filled < EVENT_BYTES) {
      return NOTHING;
    }
    filled = 0;
    int type = Short.toUnsignedInt(fields.getShort(TYPE_AT));
    int code = Short.toUnsignedInt(fields.getShort(TYPE_AT + 2));
    int value = fields.getInt(TYPE_AT + 4);
    Arrays.fill(event, (byte) 0);
    return happened(type, code, value);
  }

  /** After a loss everything up to the next report is passed over, as the kernel asks. */
  private int happened(int type, int code, int value) {
    if (type == EV_SYN) {
      if (code == SYN_DROPPED) {
        lost = true;
        held = 0;
        return LOST;
      }
      lost &= code != SYN_REPORT;
      return NOTHING;
    }
    if (lost) {
      return NOTHING;
    }
    if (type == EV_LED && code == LED_CAPSL) {
      capsLock = value != 0;
    }
    return type == EV_KEY ? key(code, value) : NOTHING;
  }

  private int key(int code, int value) {
    int modifier = modifier(code);
    if (modifier != 0) {
      held = value == RELEASED ? held & ~modifier : held | modifier;
      return NOTHING;
    }
    if (value != PRESSED || code == KEY_NUMLOCK) {
      return NOTHING; // released, or held so long that it repeats
    }
    if (code == KEY_CAPSLOCK) {
      capsLock = !capsLock;
      return NOTHING;
    }
    return typed(code);
  }

  private static int modifier(int code) {
    return switch (code) {
      case KEY_LEFTSHIFT -> 1;
      case KEY_RIGHTSHIFT -> 2;
      case KEY_LEFTCTRL -> 4;
      case KEY_RIGHTCTRL -> 8;
      case KEY_LEFTALT, KEY_LEFTMETA -> 16;
      case KEY_RIGHTALT, KEY_RIGHTMETA -> 32;
      default -> 0;
    };
  }

  private int typed(int code) {
    if (held >= 16) {
      return NO_CHARACTER;
    }
    char plain = plain(code);
    if (plain == 0) {
      return NO_CHARACTER;
    }
    if (held >= 4) {
      return control(plain);
    }
    boolean letter = plain >= 'a' && plain <= 'z';
    boolean shifted = (held != 0) != (letter && capsLock);
    return shifted && code < SHIFTED.length() ? SHIFTED.charAt(code) : plain;
  }

  private static char plain(int code) {
    if (code < PLAIN.length()) {
      return PLAIN.charAt(code);
    }
    if (code >= KEYPAD_AT && code < KEYPAD_AT + KEYPAD.length()) {
      return KEYPAD.charAt(code - KEYPAD_AT);
    }
    return switch (code) {
      case KEYPAD_ENTER -> '\r';
      case KEYPAD_SLASH -> '/';
      default -> '\0';
    };
  }

  /** Scanners type control characters so: Ctrl and ] is GS (1D), Ctrl and J is LF. */
  private static int control(char plain) {
    return switch (plain) {
      case '6' -> 0x1E;
      case '-' -> 0x1F;
      default -> plain >= '[' && plain <= 'z' && plain != '`' ? plain & 0x1F : NO_CHARACTER;
    };
  }
}
