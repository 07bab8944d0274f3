package org.openhall.repository.metadata;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The canonical JSON of the specification (OLPC, not RFC 8785): keys sorted by code point, no white
 * space, only {@code "} and {@code \} escaped, whole numbers only.
 */
final class CanonicalJson {

  /** UTF-8 bytes sort as code points do; UTF-16 units do not. */
  private static final Comparator<String> BY_CODE_POINT =
      Comparator.comparing(
          key -> key.getBytes(StandardCharsets.UTF_8), java.util.Arrays::compareUnsigned);

  private final String file;
  private final StringBuilder out = new StringBuilder();

  private CanonicalJson(String file) {
    this.file = file;
  }

  /** The bytes over which signatures and key ids are made. */
  static byte[] encode(String file, JsonNode node) throws RepositoryException.Malformed {
    CanonicalJson json = new CanonicalJson(file);
    json.append(node);
    return json.bytes();
  }

  private byte[] bytes() throws RepositoryException.Malformed {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(out));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new RepositoryException.Malformed(file, "a string holds half a surrogate pair");
    }
  }

  private void append(JsonNode node) throws RepositoryException.Malformed {
    switch (node.getNodeType()) {
      case OBJECT -> appendObject(node);
      case ARRAY -> appendArray(node);
      case STRING -> appendString(node.stringValue());
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL -> out.append("null");
      case NUMBER -> appendNumber(node);
      default ->
          throw new RepositoryException.Malformed(file, "a value of kind " + node.getNodeType());
    }
  }

  private void appendObject(JsonNode object) throws RepositoryException.Malformed {
    List<String> keys = new ArrayList<>(object.propertyNames());
    keys.sort(BY_CODE_POINT);
    out.append('{');
    String separator = "";
    for (String key : keys) {
      out.append(separator);
      appendString(key);
      out.append(':');
      append(object.path(key));
      separator = ",";
    }
    out.append('}');
  }

  private void appendArray(JsonNode array) throws RepositoryException.Malformed {
    out.append('[');
    String separator = "";
    for (JsonNode item : array) {
      out.append(separator);
      append(item);
      separator = ",";
    }
    out.append(']');
  }

  private void appendString(String text) {
    out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }

  private void appendNumber(JsonNode number) throws RepositoryException.Malformed {
    if (!number.isIntegralNumber()) {
      throw new RepositoryException.Malformed(file, "the number " + number + " is not whole");
    }
    out.append(number.bigIntegerValue());
  }
}
