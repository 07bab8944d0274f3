package org.openhall.office.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a file's name may be; it is shown, and never used as a path. */
public final class FileName {
  private static final int LONGEST = 200;

  /** Endings of what runs where it is opened, or carries what runs. */
  private static final Set<String> RUNNING =
      Set.of(
          "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta",
          "msi", "jar", "lnk", "url", "reg", "cpl", "dll", "apk", "sh", "html", "htm", "svg", "xht",
          "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm");

  private FileName() {}

  /** What stands after the last dot, in small letters, full width made half. */
  public static String ending(String name) {
    String plain = plain(name);
    return plain.substring(plain.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a name ends like a program or a page with scripts; also {@code a.pdf.exe}. */
  public static boolean runs(String name) {
    return RUNNING.contains(ending(name));
  }

  /**
   * Whether it is a plain name: it leads nowhere, hides nothing and is not longer than {@value
   * #LONGEST}.
   */
  public static boolean isPlain(String name) {
    String plain = plain(name);
    return !plain.isBlank()
        && plain.codePointCount(0, plain.length()) <= LONGEST
        && !plain.contains("..")
        && !plain.startsWith(".")
        && plain.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':')
        && name.codePoints().allMatch(FileName::isShown);
  }

  /** Whether a path inside an archive stays inside it. */
  static boolean staysInside(String path) {
    String plain = plain(path);
    boolean climbs = ("/" + plain + "/").contains("/../") || plain.contains("\\");
    boolean isAbsolute = plain.startsWith("/") || plain.matches("[A-Za-z]:.*");
    return !climbs && !isAbsolute && path.codePoints().allMatch(FileName::isShown);
  }

  /** Full-width dots and slashes are meant to be read as the usual ones. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC);
  }

  /** No control character, no mark that turns the direction of what follows, nothing invisible. */
  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** The name as a person may be shown it: what is not shown is written ⟨U+….⟩. */
  public static String legible(String name) {
    return legible(name, LONGEST);
  }

  /**
   * A text from elsewhere, as a person or a console may be shown it.
   *
   * @param most code points of it, the rest is left away
   */
  public static String legible(String name, int most) {
    StringBuilder legible = new StringBuilder();
    name.codePoints()
        .limit(most)
        .forEach(c -> {
          if (isShown(c)) {
            legible.appendCodePoint(c);
          } else {
            legible.append(String.format("⟨U+%04X⟩", c));
          }
        });
    return legible.toString();
  }
}
