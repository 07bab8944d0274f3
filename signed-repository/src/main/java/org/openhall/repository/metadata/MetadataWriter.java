package org.openhall.repository.metadata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Signs metadata and writes it in canonical form. */
public final class MetadataWriter {
  private static final String SPEC_VERSION = "1.0.31";

  private MetadataWriter() {}

  /** The file of {@code body}, signed by every one of {@code keys}. */
  public static byte[] write(Metadata body, List<SigningKey> keys) {
    return sign(signedPart(body), keys);
  }

  /** The signed part, for those who want to add a field before they {@link #sign} it. */
  static ObjectNode signedPart(Metadata body) {
    ObjectNode signed = JsonNodeFactory.instance.objectNode();
    signed.put("_type", body.role().roleName());
    signed.put("spec_version", SPEC_VERSION);
    signed.put("version", body.version());
    signed.put("expires", body.expires().toString());
    switch (body) {
      case Root root -> addRoot(signed, root);
      case Timestamp timestamp ->
          addMeta(signed, Map.of(TopRole.SNAPSHOT.fileName(), timestamp.snapshot()));
      case Snapshot snapshot -> addMeta(signed, snapshot.meta());
      case Targets targets -> addTargets(signed, targets);
    }
    return signed;
  }

  static byte[] sign(ObjectNode signed, List<SigningKey> keys) {
    try {
      byte[] canonical = CanonicalJson.encode("metadata", signed);
      ObjectNode file = JsonNodeFactory.instance.objectNode();
      ArrayNode signatures = file.putArray("signatures");
      for (SigningKey key : keys) {
        signatures.addObject().put("keyid", key.id().hex()).put("sig", key.sign(canonical));
      }
      file.set("signed", signed);
      return CanonicalJson.encode("metadata", file);
    } catch (RepositoryException.Malformed e) {
      throw new IllegalArgumentException("metadata without a canonical form", e);
    }
  }

  private static void addRoot(ObjectNode signed, Root root) {
    signed.put("consistent_snapshot", root.consistentSnapshot());
    ObjectNode keys = signed.putObject("keys");
    root.keys().forEach((id, key) -> keys.set(id.hex(), key.toJson()));
    ObjectNode roles = signed.putObject("roles");
    root.roles()
        .forEach((role, named) -> {
          ObjectNode node = roles.putObject(role.roleName());
          node.put("threshold", named.threshold());
          addIds(node.putArray("keyids"), named.keyIds());
        });
  }

  private static void addIds(ArrayNode array, Set<KeyId> ids) {
    ids.stream().map(KeyId::hex).sorted().forEach(array::add);
  }

  private static void addMeta(ObjectNode signed, Map<String, MetaFile> files) {
    ObjectNode meta = signed.putObject("meta");
    files.forEach((name, file) -> {
      ObjectNode node = meta.putObject(name);
      node.put("version", file.version());
      file.length().ifPresent(length -> node.put("length", length));
      if (!file.hashes().isEmpty()) {
        addHashes(node, file.hashes());
      }
    });
  }

  private static void addTargets(ObjectNode signed, Targets targets) {
    ObjectNode node = signed.putObject("targets");
    targets
        .targets()
        .forEach((name, file) -> {
          ObjectNode target = node.putObject(name);
          target.put("length", file.length());
          addHashes(target, Map.of("sha256", file.sha256()));
        });
  }

  private static void addHashes(ObjectNode file, Map<String, String> hashes) {
    ObjectNode node = file.putObject("hashes");
    hashes.forEach(node::put);
  }
}
