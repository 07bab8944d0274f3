package org.openhall.link.credential;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of text as in RFC 7468. */
final class Pem {
  private static final int LINE = 64;

  private Pem() {}

  static String block(String label, byte[] der) {
    String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, body);
  }

  /** The contents of all blocks with this label, in their order. */
  static List<byte[]> blocks(String label, String text) throws UnreadableCredentialException {
    Matcher blocks =
        Pattern.compile("-----BEGIN %1$s-----\\s([^-]+)-----END %1$s-----".formatted(label))
            .matcher(text);
    List<byte[]> contents = new ArrayList<>();
    try {
      while (blocks.find()) {
        contents.add(Base64.getDecoder().decode(blocks.group(1).replaceAll("\\s", "")));
      }
    } catch (IllegalArgumentException e) {
      throw new UnreadableCredentialException("a %s is not base 64".formatted(label), e);
    }
    return contents;
  }

  /** The content of the first block with this label. */
  static byte[] first(String label, String text) throws UnreadableCredentialException {
    List<byte[]> contents = blocks(label, text);
    if (contents.isEmpty()) {
      throw new UnreadableCredentialException("the %s is missing".formatted(label), null);
    }
    return contents.getFirst();
  }
}
