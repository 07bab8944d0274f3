package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.agent.identity.Membership;
import org.openhall.agent.text.Words;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.Sources;
import org.openhall.repository.metadata.RepositoryException;

/** What is wrong with a mirror is seen in the status, though the next place made up for it. */
class PlaceStatusTest extends SyncScenario {
  private static final String MIRROR = "https://mirror.example/";

  private List<String> places(String language, Path mirror) throws IOException {
    Sources sources =
        Sources.of(
            List.of(
                new Sources.Source(MIRROR, new DirectoryFetcher(mirror)),
                new Sources.Source("office", new DirectoryFetcher(office.repository()))));
    SyncJob job = new SyncJob(terminal, sources, CLOCK, SyncWatch.NONE, Bulk.ANY_TIME);
    Membership member = Membership.of(terminal.data(), terminal.identity(), CLOCK).orElseThrow();
    assertTrue(new SyncRun(job, member, Words.in(language), CLOCK).run(null).outcome().isGood());
    AgentStatus status = StatusFile.agent(terminal.data()).read().orElseThrow();
    return status.places();
  }

  @Test
  void aMirrorThatLiesIsNamedWithRoleAndRuleInBothLanguages()
      throws IOException, RepositoryException {
    TestOffice stranger = new TestOffice(dir.resolve("stranger"));
    stranger.publish(1, "forged");
    office.publish(1, "a");
    for (String language : List.of("en", "zh-CN")) {
      String said = places(language, stranger.repository()).getFirst();
      String rule = Words.in(language).say("rule.SIGNATURES");
      assertTrue(said.contains(MIRROR) && said.contains("timestamp") && said.contains(rule), said);
    }
  }

  @Test
  void aMirrorThatIsAwayIsNamedAndOneThatIsWellIsNot() throws IOException, RepositoryException {
    office.publish(1, "a");
    String said = places("en", dir.resolve("nowhere")).getFirst();
    assertTrue(said.contains(MIRROR) && said.contains("nowhere"), said);
    assertEquals(List.of(), places("en", office.repository()));
  }
}
