package org.openhall.repository.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openhall.repository.metadata.DelegatedRole.HashPrefixes;
import org.openhall.repository.metadata.DelegatedRole.Patterns;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;

/** The specification's §5.6.7: the search through delegated roles. */
class Section567SearchTest extends WorkflowScenario {
  private static final String NAME = "packs/a.pack";

  /** The delegated roles that are asked for {@code name}, in their order. */
  private List<String> asked(String name) throws RepositoryException, IOException {
    office.publishTargets();
    Updater updater = run.refreshed();
    office.asked.clear();
    assertTrue(updater.target(name).isEmpty());
    return office.asked.stream().map(path -> path.replaceAll("^\\d+\\.|\\.json$", "")).toList();
  }

  private void terminate(String delegator, String role) {
    office.delegate(delegator, role, true, new Patterns(List.of("packs/*")));
  }

  @Test
  @DisplayName("§5.6.7 the top-level role's word comes before everybody else's")
  void s5x6x7Top() throws RepositoryException, IOException {
    office.delegate("targets", "editors", "packs/*");
    office.addTarget(NAME, "ours".getBytes(UTF_8));
    office.addTarget("editors", NAME, "theirs".getBytes(UTF_8));
    office.publishTargets();
    assertEquals(office.targetFile(NAME), run.refreshed().target(NAME).orElseThrow());
    assertFalse(office.asked.contains("2.editors.json"));
  }

  @Test
  @DisplayName("§5.6.7 the search goes into depth, then on in the order of appearance")
  void s5x6x7Order() throws RepositoryException, IOException {
    office.delegate("targets", "a", "packs/*");
    office.delegate("targets", "b", "packs/*");
    office.delegate("a", "c", "packs/*");
    office.delegate("a", "d", "packs/*");
    office.delegate("c", "e", "packs/*");
    assertEquals(List.of("a", "c", "e", "d", "b"), asked(NAME));
  }

  @Test
  @DisplayName("§5.6.7 the first of two roles that know the target is believed")
  void s5x6x7First() throws RepositoryException, IOException {
    office.delegate("targets", "a", "packs/*");
    office.delegate("targets", "b", "packs/*");
    office.addTarget("a", NAME, "first".getBytes(UTF_8));
    office.addTarget("b", NAME, "second, longer".getBytes(UTF_8));
    office.publishTargets();
    assertEquals(5, run.refreshed().target(NAME).orElseThrow().length());
  }

  @Test
  @DisplayName("§5.6.7.1 a role is visited once, so that cycles end")
  void s5x6x7x1Cycle() throws RepositoryException, IOException {
    office.delegate("targets", "a", "packs/*");
    office.delegate("a", "b", "packs/*");
    office.delegate("b", "a", "packs/*");
    office.delegate("targets", "b", "packs/*");
    assertEquals(List.of("a", "b"), asked(NAME));
  }

  @Test
  @DisplayName("§5.6.7.1 no more than 32 roles are visited")
  void s5x6x7x1Most() throws RepositoryException, IOException {
    for (int i = 0; i < 40; i++) {
      office.delegate("targets", "role-" + i, "packs/*");
    }
    assertEquals(TargetSearch.MOST_ROLES, asked(NAME).size());
  }

  @Test
  @DisplayName(
      "§5.6.7.2.1 after a terminating delegation nobody else is asked, but its own roles are")
  void s5x6x7x2x1() throws RepositoryException, IOException {
    office.delegate("targets", "a", "packs/*");
    office.delegate("targets", "b", "packs/*");
    terminate("a", "c");
    office.delegate("a", "d", "packs/*");
    office.delegate("c", "e", "packs/*");
    assertEquals(List.of("a", "c", "e"), asked(NAME));
  }

  @Test
  @DisplayName("§5.6.7.2.1 a terminating delegation of other names ends nothing")
  void s5x6x7x2x1Other() throws RepositoryException, IOException {
    terminate("targets", "a");
    office.delegate("targets", "b", "other/*");
    assertEquals(List.of("b"), asked("other/a"));
  }

  @Test
  @DisplayName("§5.6.7.2.2 without termination the next delegation is asked")
  void s5x6x7x2x2() throws RepositoryException, IOException {
    office.delegate("targets", "a", "packs/*");
    office.delegate("targets", "b", "packs/*");
    office.addTarget("b", NAME, new byte[3]);
    office.publishTargets();
    assertEquals(3, run.refreshed().target(NAME).orElseThrow().length());
  }

  @Test
  @DisplayName("§4.5 the name must be left to every role of the chain")
  void namesOfTheWholeChain() throws RepositoryException, IOException {
    office.delegate("targets", "a", "releases/*/*");
    office.delegate("a", "b", "releases/x/*");
    office.addTarget("b", "releases/y/1", new byte[1]);
    office.addTarget("a", "packs/other", new byte[1]);
    assertEquals(List.of("a"), asked("releases/y/1"));
    assertEquals(List.of(), asked("packs/other"));
  }

  @Test
  @DisplayName("§4.5 a delegation may name hashes of names")
  void hashPrefixes() throws RepositoryException, IOException {
    String hash = Sha256.hex(NAME.getBytes(UTF_8));
    office.delegate("targets", "a", false, new HashPrefixes(List.of("", hash.substring(0, 3))));
    office.delegate("targets", "b", false, new HashPrefixes(List.of(hash.substring(1))));
    assertEquals(List.of("a"), asked(NAME));
  }
}
