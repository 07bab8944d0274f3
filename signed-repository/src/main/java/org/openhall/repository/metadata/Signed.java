package org.openhall.repository.metadata;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A metadata file as read: its signed part, and the exact bytes that signatures stand for, unknown
 * fields included.
 *
 * @param <T> kind of metadata
 */
public final class Signed<T extends Metadata> {
  private final T body;
  private final JsonNode signed;
  private final byte[] canonical;
  private final Map<KeyId, byte[]> signatures;

  Signed(T body, JsonNode signed, String name, Map<KeyId, byte[]> signatures)
      throws RepositoryException.Malformed {
    this.body = body;
    this.signed = signed;
    this.canonical = CanonicalJson.encode(name, signed);
    this.signatures = signatures;
  }

  /** The signed part, not to be believed before {@link #verify}. */
  public T body() {
    return body;
  }

  /** The signed part as it was written, with what this version does not know. */
  JsonNode signed() {
    return signed;
  }

  /**
   * Checks that enough different keys signed. One key counts once (specification §5.3.4), under
   * however many ids and however it is written.
   */
  public void verify(Authority authority) throws RepositoryException.NotEnoughSignatures {
    Set<String> signers = new HashSet<>();
    signatures.forEach((id, signature) -> {
      Key key = authority.keys().get(id);
      if (key != null && key.verifies(canonical, signature)) {
        key.identity().ifPresent(signers::add);
      }
    });
    if (signers.size() < authority.threshold()) {
      throw new RepositoryException.NotEnoughSignatures(
          authority.role(), signers.size(), authority.threshold());
    }
  }
}
