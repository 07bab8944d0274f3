package org.openhall.repository.metadata;

import tools.jackson.databind.JsonNode;

/**
 * The identifier of a key: SHA-256 of the key object in canonical form, 64 lower-case hex digits
 * (specification §4.2).
 */
public record KeyId(String hex) {

  static KeyId of(JsonNode key) throws RepositoryException.Malformed {
    return new KeyId(Sha256.hex(CanonicalJson.encode("key", key)));
  }

  @Override
  public String toString() {
    return hex;
  }
}
