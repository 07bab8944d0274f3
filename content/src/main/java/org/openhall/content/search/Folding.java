package org.openhall.content.search;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Text as it is compared: compatibility forms, width and case made equal (NFKD, lower case);
 * brackets, punctuation, spaces, accents, invisible and control characters and lone halves of
 * surrogate pairs left out. So 粤府函〔2019〕100号, 粤府函[2019]100号 and 粤府函 （２０１９）100 号 are the same.
 */
public final class Folding {
  private static final int DROPPED =
      mask(Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR)
          | mask(Character.CONTROL, Character.FORMAT, Character.SURROGATE)
          | mask(Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION)
          | mask(Character.START_PUNCTUATION, Character.END_PUNCTUATION)
          | mask(Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION)
          | mask(Character.OTHER_PUNCTUATION, Character.MODIFIER_SYMBOL)
          | mask(Character.NON_SPACING_MARK, Character.ENCLOSING_MARK)
          | mask(Character.COMBINING_SPACING_MARK);

  private final StringBuilder folded;
  private int[] origins;
  private int origin;

  private Folding(int length) {
    folded = new StringBuilder(length);
    origins = new int[length + 8];
  }

  private static int mask(byte... categories) {
    int mask = 0;
    for (byte category : categories) {
      mask |= 1 << category;
    }
    return mask;
  }

  /** The folded text. */
  public static String fold(String text) {
    return of(text).text();
  }

  /** The folded text that still knows where its characters come from. */
  public static Folding of(String text) {
    Folding folding = new Folding(text.length());
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      folding.origin = i;
      folding.take(character);
      i += Character.charCount(character);
    }
    return folding;
  }

  private void take(int character) {
    if (character >= 0x4E00 && character <= 0x9FFF) {
      append(character);
    } else if (character < 0x80) {
      if (Character.isLetterOrDigit(character)) {
        append(Character.toLowerCase(character));
      }
    } else {
      Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
          .codePoints()
          .filter(Folding::isKept)
          .forEach(c -> append(Character.toLowerCase(c)));
    }
  }

  /** Whether folding leaves anything of a text; the first letter tells. */
  public static boolean leavesAny(String text) {
    return text.codePoints().anyMatch(c -> !fold(Character.toString(c)).isEmpty());
  }

  private static boolean isKept(int c) {
    return c < 0x80 ? Character.isLetterOrDigit(c) : (DROPPED >> Character.getType(c) & 1) == 0;
  }

  private void append(int character) {
    folded.appendCodePoint(character);
    if (folded.length() > origins.length) {
      origins = Arrays.copyOf(origins, folded.length() * 2);
    }
    for (int i = folded.length() - Character.charCount(character); i < folded.length(); i++) {
      origins[i] = origin;
    }
  }

  /** The folded text. */
  public String text() {
    return folded.toString();
  }

  /** Index in the original text of the character that gave the folded one at this index. */
  public int originOf(int index) {
    return origins[index];
  }
}
