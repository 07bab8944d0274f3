package org.openhall.repository.metadata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads metadata files. Strict about what the specification fixes (types, ranges, key ids, no name
 * twice in an object), silent about fields it does not know.
 */
public final class MetadataReader {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SPEC_VERSION = Pattern.compile("1\\.\\d+(\\.\\d+)?");

  /**
   * Segments of ordinary characters; none empty, none of dots only, none hidden. Possessive, as a
   * backtracking group goes as deep into the stack as an unsigned name has segments.
   */
  private static final Pattern TARGET_NAME =
      Pattern.compile(
          "[^/\\\\.\\p{Cntrl}][^/\\\\\\p{Cntrl}]*+(/[^/\\\\.\\p{Cntrl}][^/\\\\\\p{Cntrl}]*+)*+");

  private MetadataReader() {}

  public static Signed<Root> root(byte[] json) throws Malformed {
    return read(TopRole.ROOT, json, MetadataReader::rootBody);
  }

  public static Signed<Timestamp> timestamp(byte[] json) throws Malformed {
    return read(TopRole.TIMESTAMP, json, MetadataReader::timestampBody);
  }

  public static Signed<Snapshot> snapshot(byte[] json) throws Malformed {
    return read(TopRole.SNAPSHOT, json, MetadataReader::snapshotBody);
  }

  public static Signed<Targets> targets(byte[] json) throws Malformed {
    return read(TopRole.TARGETS, json, MetadataReader::targetsBody);
  }

  /** Whether a name may be that of a target: it cannot lead out of the folder it is put in. */
  public static boolean isTargetName(String name) {
    return TARGET_NAME.matcher(name).matches();
  }

  private interface BodyReader<T extends Metadata> {
    T read(Fields signed) throws Malformed;
  }

  private static <T extends Metadata> Signed<T> read(
      TopRole role, byte[] json, BodyReader<T> bodyReader) throws Malformed {
    Fields file = Fields.of(role.roleName(), parse(role, json));
    Fields signed = file.object("signed");
    if (!signed.text("_type").equals(role.roleName())) {
      throw signed.malformed("_type", "is not " + role.roleName());
    }
    if (!SPEC_VERSION.matcher(signed.text("spec_version")).matches()) {
      throw signed.malformed("spec_version", "is not 1.x");
    }
    return new Signed<>(
        bodyReader.read(signed),
        CanonicalJson.encode(role.roleName(), signed.node()),
        signatures(role, file));
  }

  private static JsonNode parse(TopRole role, byte[] json) throws Malformed {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new Malformed(role.roleName(), "not JSON, " + e.getOriginalMessage());
    }
  }

  private static Map<KeyId, byte[]> signatures(TopRole role, Fields file) throws Malformed {
    Map<KeyId, byte[]> signatures = new LinkedHashMap<>();
    for (JsonNode node : file.array("signatures")) {
      Fields signature = Fields.of(role.roleName(), node);
      KeyId id = new KeyId(signature.text("keyid"));
      if (signatures.put(id, signatureBytes(signature)) != null) {
        throw file.malformed("signatures", "names key " + id + " twice");
      }
    }
    return signatures;
  }

  /** An unreadable signature counts as none: others may still reach the threshold. */
  private static byte[] signatureBytes(Fields signature) throws Malformed {
    String hex = signature.text("sig");
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static Root rootBody(Fields signed) throws Malformed {
    Map<KeyId, Key> keys = new HashMap<>();
    for (Map.Entry<String, Fields> entry : signed.objects("keys").entrySet()) {
      KeyId id = new KeyId(entry.getKey());
      if (!KeyId.of(entry.getValue().node()).equals(id)) {
        throw signed.malformed("keys", "has an id that is not its key's: " + id);
      }
      keys.put(id, key(entry.getValue()));
    }
    return new Root(
        signed.number("version", 1),
        signed.instant("expires"),
        signed.flag("consistent_snapshot"),
        keys,
        roles(signed));
  }

  private static Key key(Fields key) throws Malformed {
    return new Key(key.text("keytype"), key.text("scheme"), key.object("keyval").text("public"));
  }

  private static Map<TopRole, RoleKeys> roles(Fields signed) throws Malformed {
    Fields roles = signed.object("roles");
    Map<TopRole, RoleKeys> byRole = new HashMap<>();
    for (TopRole role : TopRole.values()) {
      Fields named = roles.object(role.roleName());
      byRole.put(role, new RoleKeys(keyIds(named), threshold(named)));
    }
    return byRole;
  }

  private static int threshold(Fields role) throws Malformed {
    return (int) Math.min(Integer.MAX_VALUE, role.number("threshold", 1));
  }

  private static Set<KeyId> keyIds(Fields role) throws Malformed {
    Set<KeyId> ids = new HashSet<>();
    for (JsonNode node : role.array("keyids")) {
      if (!node.isString() || !ids.add(new KeyId(node.stringValue()))) {
        throw role.malformed("keyids", "holds something twice, or something that is no string");
      }
    }
    return ids;
  }

  private static Timestamp timestampBody(Fields signed) throws Malformed {
    Fields snapshot = signed.object("meta").object(TopRole.SNAPSHOT.fileName());
    return new Timestamp(
        signed.number("version", 1), signed.instant("expires"), metaFile(snapshot));
  }

  private static Snapshot snapshotBody(Fields signed) throws Malformed {
    Map<String, MetaFile> meta = new HashMap<>();
    for (Map.Entry<String, Fields> entry : signed.objects("meta").entrySet()) {
      meta.put(entry.getKey(), metaFile(entry.getValue()));
    }
    return new Snapshot(signed.number("version", 1), signed.instant("expires"), meta);
  }

  private static MetaFile metaFile(Fields file) throws Malformed {
    return new MetaFile(
        file.number("version", 1), file.optionalNumber("length"), file.hashes("hashes"));
  }

  private static Targets targetsBody(Fields signed) throws Malformed {
    Map<String, TargetFile> targets = new HashMap<>();
    for (Map.Entry<String, Fields> entry : signed.objects("targets").entrySet()) {
      targets.put(entry.getKey(), target(signed, entry.getKey(), entry.getValue()));
    }
    return new Targets(signed.number("version", 1), signed.instant("expires"), targets);
  }

  private static TargetFile target(Fields signed, String name, Fields file) throws Malformed {
    if (!isTargetName(name)) {
      throw signed.malformed("targets", "holds a name that is no path: " + name);
    }
    String sha256 = file.hashes("hashes").getOrDefault("sha256", "");
    if (!SHA256_HEX.matcher(sha256).matches()) {
      throw file.malformed("hashes", "holds no SHA-256 of 64 hex digits");
    }
    return new TargetFile(name, file.number("length", 0), sha256);
  }
}
