package org.openhall.repository.metadata;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads metadata files. Strict about what the specification fixes (types, ranges, no name twice in
 * an object), silent about fields it does not know.
 */
public final class MetadataReader {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{2,256}");
  private static final JsonNode NO_CUSTOM = JsonNodeFactory.instance.objectNode();
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
    return read(TopRole.ROOT.roleName(), TopRole.ROOT, json, MetadataReader::rootBody);
  }

  public static Signed<Timestamp> timestamp(byte[] json) throws Malformed {
    return read(
        TopRole.TIMESTAMP.roleName(), TopRole.TIMESTAMP, json, MetadataReader::timestampBody);
  }

  public static Signed<Snapshot> snapshot(byte[] json) throws Malformed {
    return read(TopRole.SNAPSHOT.roleName(), TopRole.SNAPSHOT, json, MetadataReader::snapshotBody);
  }

  public static Signed<Targets> targets(byte[] json) throws Malformed {
    return targets(TopRole.TARGETS.roleName(), json);
  }

  /**
   * Reads targets metadata of any role.
   *
   * @param role the top-level or delegated role, for messages
   */
  public static Signed<Targets> targets(String role, byte[] json) throws Malformed {
    return read(role, TopRole.TARGETS, json, MetadataReader::targetsBody);
  }

  /** Whether a name may be that of a target: it cannot lead out of the folder it is put in. */
  public static boolean isTargetName(String name) {
    return TARGET_NAME.matcher(name).matches();
  }

  private interface BodyReader<T extends Metadata> {
    T read(Fields signed) throws Malformed;
  }

  private static <T extends Metadata> Signed<T> read(
      String name, TopRole type, byte[] json, BodyReader<T> bodyReader) throws Malformed {
    Fields file = Fields.of(name, parse(name, json));
    Fields signed = file.object("signed");
    if (!signed.text("_type").equals(type.roleName())) {
      throw signed.malformed("_type", "is not " + type.roleName());
    }
    if (!SPEC_VERSION.matcher(signed.text("spec_version")).matches()) {
      throw signed.malformed("spec_version", "is not 1.x");
    }
    return new Signed<>(
        bodyReader.read(signed), signed.node(), name, signatures(file.objectsOf("signatures")));
  }

  private static JsonNode parse(String name, byte[] json) throws Malformed {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new Malformed(name, "not JSON, " + e.getOriginalMessage());
    }
  }

  private static Map<KeyId, byte[]> signatures(List<Fields> listed) throws Malformed {
    Map<KeyId, byte[]> signatures = new LinkedHashMap<>();
    for (Fields signature : listed) {
      KeyId id = new KeyId(signature.text("keyid"));
      if (signatures.put(id, signatureBytes(signature)) != null) {
        throw signature.malformed("keyid", "is there twice: " + id);
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
    Fields roles = signed.object("roles");
    Map<TopRole, RoleKeys> byRole = new HashMap<>();
    for (TopRole role : TopRole.values()) {
      byRole.put(role, RoleReader.roleKeys(roles.object(role.roleName())));
    }
    return new Root(
        signed.number("version", 1),
        signed.instant("expires"),
        signed.flag("consistent_snapshot", false),
        RoleReader.keys(signed),
        byRole);
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
      targets.put(entry.getKey(), target(entry.getKey(), entry.getValue()));
    }
    return new Targets(
        signed.number("version", 1),
        signed.instant("expires"),
        targets,
        RoleReader.delegations(signed));
  }

  private static TargetFile target(String name, Fields file) throws Malformed {
    Map<String, String> hashes = file.hashes("hashes");
    if (hashes.isEmpty() || !hashes.values().stream().allMatch(HEX.asMatchPredicate())) {
      throw file.malformed("hashes", "holds none, or one that is not of hex digits");
    }
    JsonNode custom = file.has("custom") ? file.object("custom").node() : NO_CUSTOM;
    return new TargetFile(name, file.number("length", 0), hashes, custom);
  }
}
