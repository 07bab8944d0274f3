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

  /** The same in the place of {@code before}, whose unknown fields are kept. */
  public static <T extends Metadata> byte[] rewrite(
      Signed<T> before, T body, List<SigningKey> keys) {
    ObjectNode signed = signedPart(body);
    UnknownFields.carry(before.signed(), signed);
    return sign(signed, keys);
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
    addKeys(signed, root.keys());
    ObjectNode roles = signed.putObject("roles");
    root.roles().forEach((role, named) -> addSigners(roles.putObject(role.roleName()), named));
  }

  private static void addKeys(ObjectNode owner, Map<KeyId, Key> keys) {
    ObjectNode node = owner.putObject("keys");
    keys.forEach((id, key) -> node.set(id.hex(), key.toJson()));
  }

  private static void addSigners(ObjectNode role, RoleKeys signers) {
    role.put("threshold", signers.threshold());
    addIds(role.putArray("keyids"), signers.keyIds());
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
          addHashes(target, file.hashes());
          if (!file.custom().isEmpty()) {
            target.set("custom", file.custom());
          }
        });
    if (!targets.delegations().equals(Delegations.NONE)) {
      addDelegations(signed.putObject("delegations"), targets.delegations());
    }
  }

  private static void addDelegations(ObjectNode node, Delegations delegations) {
    addKeys(node, delegations.keys());
    ArrayNode roles = node.putArray("roles");
    for (DelegatedRole role : delegations.roles()) {
      ObjectNode added = roles.addObject();
      added.put("name", role.name()).put("terminating", role.terminating());
      addSigners(added, role.signers());
      switch (role.names()) {
        case DelegatedRole.Patterns some -> addTexts(added, "paths", some.patterns());
        case DelegatedRole.HashPrefixes some ->
            addTexts(added, "path_hash_prefixes", some.prefixes());
      }
    }
  }

  private static void addTexts(ObjectNode owner, String name, List<String> texts) {
    ArrayNode array = owner.putArray(name);
    texts.forEach(array::add);
  }

  private static void addHashes(ObjectNode file, Map<String, String> hashes) {
    ObjectNode node = file.putObject("hashes");
    hashes.forEach(node::put);
  }
}
