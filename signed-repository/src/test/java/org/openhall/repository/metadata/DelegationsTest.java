package org.openhall.repository.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.repository.metadata.DelegatedRole.HashPrefixes;
import org.openhall.repository.metadata.DelegatedRole.Patterns;
import org.openhall.repository.metadata.RepositoryException.Malformed;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DelegationsTest {
  private static final Instant EXPIRES = Instant.parse("2027-01-01T00:00:00Z");

  private final SigningKey key = SigningKey.generate();
  private final RoleKeys signers = new RoleKeys(Set.of(key.id()), 1);
  private final Targets targets =
      new Targets(
          1,
          EXPIRES,
          Map.of(
              "a",
              new TargetFile(
                  "a",
                  1,
                  Map.of("sha256", "00", "sha512", "11"),
                  JsonNodeFactory.instance.objectNode().put("release", 7))),
          new Delegations(
              Map.of(key.id(), key.key()),
              List.of(
                  new DelegatedRole("editors", signers, true, new Patterns(List.of("packs/*"))),
                  new DelegatedRole("bin", signers, false, new HashPrefixes(List.of("00"))))));

  private byte[] altered(String from, String to) {
    String text = new String(MetadataWriter.write(targets, List.of(key)), UTF_8);
    assertTrue(text.contains(from), text);
    return text.replace(from, to).getBytes(UTF_8);
  }

  @Test
  void readBackAsTheyWereWritten() throws Malformed {
    Targets read = MetadataReader.targets(altered("editors", "editors")).body();
    assertEquals(targets, read);
    assertEquals(List.of("editors", "bin"), names(read));
  }

  private static List<String> names(Targets read) {
    return read.delegations().roles().stream().map(DelegatedRole::name).toList();
  }

  @Test
  void nobodyMaySignForARoleThatNothingIsLeftTo() {
    assertTrue(targets.delegations().authority("reviewers").keys().isEmpty());
    assertEquals(1, targets.delegations().authority("editors").threshold());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "root", "timestamp", "snapshot", "targets", "bin"})
  void refuseAReservedNameOrOneThatIsThereTwice(String name) {
    byte[] file = altered("\"editors\"", "\"" + name + "\"");
    assertThrows(Malformed.class, () -> MetadataReader.targets(file));
  }

  @Test
  void refuseANameThatNoDiskCanHold() {
    byte[] file = altered("\"editors\"", "\"" + "明".repeat(23) + "\"");
    assertThrows(Malformed.class, () -> MetadataReader.targets(file));
  }

  @Test
  void refuseBothWaysToSayWhichNames() {
    byte[] file = altered("\"paths\":", "\"path_hash_prefixes\":[],\"paths\":");
    assertThrows(Malformed.class, () -> MetadataReader.targets(file));
  }

  @Test
  void aRoleWithoutNamesHoldsNone() throws Malformed {
    Targets read = MetadataReader.targets(altered("\"paths\":[\"packs/*\"],", "")).body();
    assertFalse(read.delegations().roles().getFirst().names().hold("packs/a"));
  }

  /** The hash of {@code a} begins with {@code ca97}. */
  @Test
  void hashPrefixesHoldTheNamesWhoseHashBeginsSo() {
    assertTrue(new HashPrefixes(List.of("00", "ca9")).hold("a"));
    assertFalse(new HashPrefixes(List.of("a9")).hold("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../editors",
        "/editors",
        "..",
        ".",
        "?",
        "#",
        "a b",
        "a\u0000b",
        "a\\b",
        "编辑",
        "a%2Fb"
      })
  void anyRoleNameIsOneFileOfTheFolder(String name) {
    String file = DelegatedRole.fileName(name);
    assertTrue(file.matches("[A-Za-z0-9._~%-]+\\.json"), file);
    assertFalse(Set.of("root.json", "..", ".").contains(file));
  }

  @Test
  void rewritingKeepsWhatIsUnknownAtEveryLevel() throws RepositoryException {
    ObjectNode signed = MetadataWriter.signedPart(targets);
    signed.put("x-top", 1);
    ((ObjectNode) signed.at("/targets/a")).put("x-target", 2);
    ((ObjectNode) signed.at("/delegations")).put("x-delegations", 3);
    ((ObjectNode) signed.at("/delegations/roles/0")).put("x-role", 4);
    ((ObjectNode) signed.path("delegations").path("keys").path(key.id().hex())).put("x-key", 5);
    Signed<Targets> before = MetadataReader.targets(MetadataWriter.sign(signed, List.of(key)));
    Targets next = new Targets(2, EXPIRES, targets.targets(), targets.delegations());
    String after = new String(MetadataWriter.rewrite(before, next, List.of(key)), UTF_8);
    for (String unknown : List.of("x-top", "x-target", "x-delegations", "x-role", "x-key")) {
      assertTrue(after.contains(unknown), unknown + " in " + after);
    }
    assertEquals(next, MetadataReader.targets(after.getBytes(UTF_8)).body());
    Targets emptied = new Targets(3, EXPIRES, Map.of());
    String less = new String(MetadataWriter.rewrite(before, emptied, List.of(key)), UTF_8);
    assertTrue(less.contains("x-top"));
    assertFalse(less.contains("x-target") || less.contains("x-role"));
  }
}
