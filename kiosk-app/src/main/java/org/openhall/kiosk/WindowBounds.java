package org.openhall.kiosk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Size and place of a window in pixels of the screen, written {@code WxH+X+Y}. */
record WindowBounds(int width, int height, int x, int y) {
  private static final Pattern FORM =
      Pattern.compile("([1-9]\\d{1,4})x([1-9]\\d{1,4})\\+(\\d{1,5})\\+(\\d{1,5})");

  static Optional<WindowBounds> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new WindowBounds(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                Integer.parseInt(form.group(4))))
        : Optional.empty();
  }
}
