package org.openhall.kiosk.screen.cases;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a code, or what was typed, is to this terminal. */
sealed interface CodeMeaning {

  /** The longest number of a case; numbers are opaque. */
  int LONGEST_NUMBER = 64;

  /** Letters, digits and hyphens, as receipts and offices number cases. */
  Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{2,63}");

  /**
   * An identity number (GB 11643) of somebody born before 2013; numbers of cases that begin with a
   * division and a day are of later days.
   */
  Pattern IDENTITY =
      Pattern.compile(
          "[1-9]\\d{5}(18\\d\\d|19\\d\\d|200\\d|201[0-2])(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]");

  /** The line that the code of a slip begins with: title, which of how many, perhaps the issuer. */
  Pattern SLIP =
      Pattern.compile("([^\\n]{1,80}?)（\\d{1,2}/\\d{1,2}）(\\u3000[^\\n]*)?(\\n[\\s\\S]*)?");

  /**
   * The code of a visit's slip: what it is and when, then what was read, of which the first counts.
   */
  Pattern VISIT =
      Pattern.compile(
          "[^\\n]{1,60} \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}\\n1\\. ([^\\n]{1,200})(\\n[\\s\\S]*)?");

  /** How a title ends that was too long for a code. */
  String CUT = "…";

  /** The number of a case; closed by whoever has it. */
  @SuppressWarnings("ArrayRecordComponent") // zeroed, never compared
  record CaseNumber(char[] number) implements CodeMeaning, AutoCloseable {
    @Override
    public void close() {
      Arrays.fill(number, '\0');
    }

    @Override
    public String toString() {
      return "CaseNumber[redacted]";
    }
  }

  /**
   * The code of a slip that a terminal printed or showed.
   *
   * @param title of the page, or its beginning where that was too long
   * @param whole whether it is all of the title
   */
  record Slip(String title, boolean whole) implements CodeMeaning {}

  /** The number of a person's identity card, which is not asked for here. */
  record Identity() implements CodeMeaning {}

  /** Nothing that can be looked up here. */
  record Other() implements CodeMeaning {}

  /** What a text means; nothing of it is kept but in what is returned. */
  static CodeMeaning of(CharBuffer text) {
    CharBuffer trimmed = trimmed(text);
    if (IDENTITY.matcher(trimmed).matches() && checks(trimmed)) {
      return new Identity();
    }
    if (NUMBER.matcher(trimmed).matches()) {
      char[] number = new char[trimmed.remaining()];
      trimmed.duplicate().get(number);
      return new CaseNumber(number);
    }
    Matcher slip = SLIP.matcher(trimmed);
    if (slip.matches()) {
      return slip(slip.group(1));
    }
    Matcher visit = VISIT.matcher(trimmed);
    return visit.matches() ? new Slip(visit.group(1), true) : new Other();
  }

  /** ISO 7064 MOD 11-2 over 18 digits, the last of which may be X for ten. */
  private static boolean checks(CharBuffer number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      char digit = number.charAt(i);
      sum = (sum * 2 + (Character.isDigit(digit) ? digit - '0' : 10)) % 11;
    }
    return sum == 1;
  }

  private static Slip slip(String title) {
    boolean cut = title.endsWith(CUT);
    return new Slip(cut ? title.substring(0, title.length() - CUT.length()) : title, !cut);
  }

  private static CharBuffer trimmed(CharBuffer text) {
    int from = text.position();
    int to = text.limit();
    while (from < to && text.get(from) <= ' ') {
      from++;
    }
    while (from < to && text.get(to - 1) <= ' ') {
      to--;
    }
    return text.duplicate().position(from).limit(to);
  }
}
