package org.openhall.repository.metadata;

/**
 * Shell patterns over target names (specification §4.5): {@code *} any characters, {@code ?} one,
 * {@code [a-z]} one of these, {@code [!a-z]} one of the others; none of them a {@code /}. A bracket
 * without its end stands for itself. Time grows with the product of the lengths, whatever the
 * pattern.
 */
final class PathPattern {
  private final String pattern;
  private final String name;

  private PathPattern(String pattern, String name) {
    this.pattern = pattern;
    this.name = name;
  }

  static boolean matches(String pattern, String name) {
    String[] shapes = pattern.split("/", -1);
    String[] segments = name.split("/", -1);
    if (shapes.length != segments.length) {
      return false;
    }
    for (int i = 0; i < shapes.length; i++) {
      if (!new PathPattern(shapes[i], segments[i]).matches()) {
        return false;
      }
    }
    return true;
  }

  /** Walks both; at a mismatch goes back to the last star and lets it swallow one more. */
  private boolean matches() {
    int at = 0;
    int in = 0;
    int star = -1;
    int swallowed = 0;
    while (at < name.length()) {
      if (in < pattern.length() && pattern.charAt(in) == '*') {
        star = in++;
        swallowed = at;
      } else if (in < pattern.length() && matchesOne(in, name.charAt(at))) {
        in = after(in);
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++swallowed;
      } else {
        return false;
      }
    }
    return pattern.substring(in).chars().allMatch(rest -> rest == '*');
  }

  private boolean matchesOne(int in, char character) {
    char shape = pattern.charAt(in);
    if (shape == '[' && end(in) > 0) {
      boolean others = pattern.charAt(in + 1) == '!';
      return others != isListed(in + (others ? 2 : 1), end(in), character);
    }
    return shape == '?' || shape == character;
  }

  private boolean isListed(int from, int end, char character) {
    int in = from;
    while (in < end) {
      boolean range = in + 2 < end && pattern.charAt(in + 1) == '-';
      char last = range ? pattern.charAt(in + 2) : pattern.charAt(in);
      if (pattern.charAt(in) <= character && character <= last) {
        return true;
      }
      in += range ? 3 : 1;
    }
    return false;
  }

  private int after(int in) {
    return pattern.charAt(in) == '[' && end(in) > 0 ? end(in) + 1 : in + 1;
  }

  /** Where the bracket at {@code in} ends, -1 for nowhere; a {@code ]} at its front is a member. */
  private int end(int in) {
    int first = in + 1;
    if (first < pattern.length() && pattern.charAt(first) == '!') {
      first++;
    }
    return pattern.indexOf(']', first + 1);
  }
}
