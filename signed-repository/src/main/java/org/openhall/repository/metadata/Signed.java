package org.openhall.repository.metadata;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A metadata file as read: its signed part, and the exact bytes that signatures stand for, unknown
 * fields included.
 *
 * @param <T> kind of metadata
 */
public final class Signed<T extends Metadata> {
  private final T body;
  private final byte[] canonical;
  private final Map<KeyId, byte[]> signatures;

  Signed(T body, byte[] canonical, Map<KeyId, byte[]> signatures) {
    this.body = body;
    this.canonical = canonical;
    this.signatures = signatures;
  }

  /** The signed part, not to be believed before {@link #verify}. */
  public T body() {
    return body;
  }

  /**
   * Checks that enough different keys signed. One key counts once (specification §5.3.4), under
   * however many ids, and whether its hex digits are small or large.
   */
  public void verify(Authority authority) throws RepositoryException.NotEnoughSignatures {
    Set<String> signers = new HashSet<>();
    signatures.forEach((id, signature) -> {
      Key key = authority.keys().get(id);
      if (key != null && key.verifies(canonical, signature)) {
        signers.add(key.publicValue().toLowerCase(Locale.ROOT));
      }
    });
    if (signers.size() < authority.threshold()) {
      throw new RepositoryException.NotEnoughSignatures(
          authority.role(), signers.size(), authority.threshold());
    }
  }
}
