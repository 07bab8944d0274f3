package org.openhall.repository.metadata;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.openhall.repository.metadata.RepositoryException.Mismatch;

/**
 * A running comparison of bytes with the hashes that signed metadata promises of them. Every
 * promised hash of a known algorithm must be right, and at least one algorithm must be known: what
 * cannot be checked is not believed.
 */
public final class Digests {
  private static final Map<String, String> KNOWN =
      Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

  private final String file;
  private final Map<String, String> promised;
  private final Map<String, MessageDigest> running = new TreeMap<>();

  /**
   * @param file for messages
   * @param promised hex digests by algorithm, such as {@code sha256}
   */
  public Digests(String file, Map<String, String> promised) {
    this.file = file;
    this.promised = promised;
    promised.keySet().stream()
        .filter(KNOWN::containsKey)
        .forEach(name -> running.put(name, digest(KNOWN.getOrDefault(name, ""))));
  }

  public void update(byte[] bytes, int offset, int length) {
    running.values().forEach(digest -> digest.update(bytes, offset, length));
  }

  /** Ends the comparison. */
  public void check() throws Mismatch {
    if (running.isEmpty()) {
      throw new Mismatch(file, "hash", promised.keySet(), "no algorithm of " + KNOWN.keySet());
    }
    for (Map.Entry<String, MessageDigest> entry : running.entrySet()) {
      String found = HexFormat.of().formatHex(entry.getValue().digest());
      String hash = promised.getOrDefault(entry.getKey(), "");
      if (!hash.equals(found)) {
        throw new Mismatch(file, KNOWN.getOrDefault(entry.getKey(), ""), hash, found);
      }
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no " + algorithm, e);
    }
  }
}
