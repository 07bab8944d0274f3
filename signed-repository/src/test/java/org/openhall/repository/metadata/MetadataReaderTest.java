package org.openhall.repository.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import org.openhall.repository.metadata.RepositoryException.NotEnoughSignatures;
import tools.jackson.databind.node.ObjectNode;

class MetadataReaderTest {
  private static final Instant EXPIRES = Instant.parse("2027-01-01T00:00:00Z");

  private final SigningKey key = SigningKey.generate();
  private final Authority authority = new Authority("any", Map.of(key.id(), key.key()), 1);
  private final Targets targets =
      new Targets(
          3, EXPIRES, Map.of("packs/a.pack", new TargetFile("packs/a.pack", 5, "0".repeat(64))));

  private Root root() {
    Map<TopRole, RoleKeys> roles = new EnumMap<>(TopRole.class);
    for (TopRole role : TopRole.values()) {
      roles.put(role, new RoleKeys(Set.of(key.id()), 1));
    }
    return new Root(2, EXPIRES, true, Map.of(key.id(), key.key()), roles);
  }

  private byte[] written(Metadata body) {
    return MetadataWriter.write(body, List.of(key));
  }

  private byte[] altered(Metadata body, String from, String to) {
    String text = new String(written(body), UTF_8);
    assertTrue(text.contains(from), text);
    return text.replace(from, to).getBytes(UTF_8);
  }

  @Test
  void everyRoleReadsBackAsItWasWritten() throws RepositoryException {
    Snapshot snapshot =
        new Snapshot(4, EXPIRES, Map.of("targets.json", MetaFile.of(3, new byte[9])));
    Timestamp timestamp = new Timestamp(5, EXPIRES, MetaFile.of(4, new byte[7]));
    assertEquals(root(), MetadataReader.root(written(root())).body());
    assertEquals(targets, MetadataReader.targets(written(targets)).body());
    assertEquals(snapshot, MetadataReader.snapshot(written(snapshot)).body());
    assertEquals(timestamp, MetadataReader.timestamp(written(timestamp)).body());
  }

  @Test
  void unknownFieldsAreCoveredByTheSignature() throws RepositoryException {
    ObjectNode signed = MetadataWriter.signedPart(targets);
    signed.putObject("x-openhall").put("note", "中文 \" \\");
    byte[] file = MetadataWriter.sign(signed, List.of(key));
    MetadataReader.targets(file).verify(authority);
    String altered = new String(file, UTF_8).replace("中文", "中");
    Signed<Targets> tampered = MetadataReader.targets(altered.getBytes(UTF_8));
    assertThrows(NotEnoughSignatures.class, () -> tampered.verify(authority));
  }

  @Test
  void anotherLayoutOfTheSameValuesVerifies() throws RepositoryException {
    String spread = new String(written(targets), UTF_8).replace(",", " ,\n ");
    MetadataReader.targets(spread.getBytes(UTF_8)).verify(authority);
  }

  /** An id is a name; who counts is the key. */
  @Test
  void takesAKeyUnderAnyId() throws RepositoryException {
    KeyId name = new KeyId("office-2026");
    Authority named = new Authority("any", Map.of(name, key.key()), 1);
    MetadataReader.targets(altered(targets, key.id().hex(), name.hex())).verify(named);
  }

  /** One key under two ids is one signer. */
  @Test
  void countsAKeyWithTwoIdsOnce() throws RepositoryException {
    Signed<Targets> signed =
        MetadataReader.targets(
            altered(
                targets,
                "\"signatures\":[",
                "\"signatures\":[{\"keyid\":\"alias\",\"sig\":\"" + signature() + "\"},"));
    Authority two =
        new Authority("any", Map.of(key.id(), key.key(), new KeyId("alias"), key.key()), 2);
    var e = assertThrows(NotEnoughSignatures.class, () -> signed.verify(two));
    assertEquals(1, e.valid());
  }

  private String signature() {
    String file = new String(written(targets), UTF_8);
    int start = file.indexOf("\"sig\":\"") + 7;
    return file.substring(start, file.indexOf('"', start));
  }

  @Test
  void anUnreadableSignatureIsNoSignature() throws RepositoryException {
    Signed<Targets> signed = MetadataReader.targets(altered(targets, signature(), "zz"));
    assertThrows(NotEnoughSignatures.class, () -> signed.verify(authority));
  }

  @Test
  void aKeyOfAnUnknownKindIsReadAndVerifiesNothing() throws RepositoryException {
    Key unknown = new Key("sm2", "sm2", key.key().publicValue());
    Authority other = new Authority("any", Map.of(key.id(), unknown), 1);
    Signed<Targets> signed = MetadataReader.targets(written(targets));
    assertThrows(NotEnoughSignatures.class, () -> signed.verify(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a",
        "a/../b",
        "/a",
        "a//b",
        "a/",
        "",
        ".",
        "..",
        "a\\b",
        "a/.b",
        ".a",
        "a\u0000b"
      })
  void knowsATargetNameThatCouldLeadOutOfItsFolder(String name) {
    assertFalse(MetadataReader.isTargetName(name));
    assertTrue(MetadataReader.isTargetName("packs/a.pack"));
  }

  @Test
  void refusesWhatTheFormForbids() {
    assertRefused("\"_type\":\"targets\"", "\"_type\":\"root\"");
    assertRefused("\"spec_version\":\"1.", "\"spec_version\":\"2.");
    assertRefused("\"version\":3", "\"version\":0");
    assertRefused("\"version\":3", "\"version\":3.5");
    assertRefused("\"version\":3", "\"version\":\"3\"");
    assertRefused("\"version\":3", "\"version\":3,\"version\":4");
    assertRefused("2027-01-01T00:00:00Z", "soon");
    assertRefused("\"length\":5", "\"length\":-1");
    assertRefused("\"length\":5", "\"length\":99999999999999999999");
    assertRefused("0".repeat(64), "0".repeat(63) + "g");
    assertRefused("\"sha256\":\"" + "0".repeat(64) + "\"", "");
    assertRefused("{\"signatures\"", "[{\"signatures\"");
  }

  private void assertRefused(String from, String to) {
    assertThrows(Malformed.class, () -> MetadataReader.targets(altered(targets, from, to)), to);
  }

  /** What is not signed yet is read already: no name may exhaust the stack. */
  @Test
  void aTargetNameOfVeryManySegmentsIsJudgedWithoutEnd() {
    assertTrue(MetadataReader.isTargetName("a" + "/a".repeat(1_000_000)));
    assertFalse(MetadataReader.isTargetName("a" + "/a".repeat(1_000_000) + "/.."));
  }

  @Test
  void refusesJsonNestedWithoutEnd() {
    byte[] deep = ("{\"signed\":" + "[".repeat(100_000)).getBytes(UTF_8);
    assertThrows(Malformed.class, () -> MetadataReader.targets(deep));
  }

  @Test
  void refusesANumberOfVeryManyDigits() {
    byte[] huge = altered(targets, "\"version\":3", "\"version\":" + "9".repeat(1_000_000));
    assertThrows(Malformed.class, () -> MetadataReader.targets(huge));
    byte[] exponent = altered(targets, "\"version\":3", "\"version\":1e999999999");
    assertThrows(Malformed.class, () -> MetadataReader.targets(exponent));
  }

  @Test
  void refusesAFieldNamedTwice() {
    byte[] twice = altered(targets, "\"version\":3", "\"version\":2,\"version\":3");
    assertThrows(Malformed.class, () -> MetadataReader.targets(twice));
  }

  /** The digits of a key may be written small or large, which gives it two ids. */
  @Test
  void countsAKeyWrittenInTwoWaysOnce() throws RepositoryException {
    Key large = new Key(Key.ED25519, Key.ED25519, key.key().publicValue().toUpperCase(Locale.ROOT));
    KeyId largeId = KeyId.of(large.toJson());
    Authority two = new Authority("any", Map.of(key.id(), key.key(), largeId, large), 2);
    byte[] written = written(targets);
    String text = new String(written, UTF_8);
    int start = text.indexOf("{\"keyid\"");
    String signature = text.substring(start, text.indexOf('}', start) + 1);
    String other = signature.replace(key.id().hex(), largeId.hex());
    byte[] both = text.replace(signature, signature + "," + other).getBytes(UTF_8);
    assertThrows(NotEnoughSignatures.class, () -> MetadataReader.targets(both).verify(two));
  }

  @Test
  void refusesWhatFollowsTheObject() {
    byte[] file = (new String(written(targets), UTF_8) + "{}").getBytes(UTF_8);
    assertThrows(Malformed.class, () -> MetadataReader.targets(file));
  }

  @Test
  void refusesAThresholdOfZero() {
    assertThrows(
        Malformed.class,
        () -> MetadataReader.root(altered(root(), "\"threshold\":1", "\"threshold\":0")));
  }

  @Test
  void aSigningKeyDoesNotShowItself() {
    assertFalse(key.toString().contains("Private"));
  }
}
