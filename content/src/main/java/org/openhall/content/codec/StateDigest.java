package org.openhall.content.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The digest of a set of records, whatever the order in which they came: SHA-256 over {@code id,
 * 0x00, SHA-256 of the canonical JSON (32 bytes)} of every record, in ascending order of the ids.
 */
public final class StateDigest {
  private final MessageDigest digest = EncodedRecord.newSha256();
  private String last = "";

  /** Takes the next record; ids must come in ascending order. */
  public void add(String id, byte[] sha256) {
    if (id.compareTo(last) <= 0) {
      throw new IllegalArgumentException("id " + id + " does not follow " + last);
    }
    last = id;
    digest.update(id.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(sha256);
  }

  /** The digest in lower-case hex; ends the computation. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Digest of records in any order; two with the same id are refused (IllegalArgument). */
  public static String of(Stream<EncodedRecord> records) {
    Map<String, byte[]> lines = new TreeMap<>();
    records.forEach(r -> {
      if (lines.put(r.id(), r.sha256()) != null) {
        throw new IllegalArgumentException("two records have the id " + r.id());
      }
    });
    StateDigest digest = new StateDigest();
    lines.forEach(digest::add);
    return digest.hex();
  }
}
