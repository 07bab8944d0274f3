package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Offline;
import org.openhall.agent.sync.SyncOutcome.UpToDate;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.metadata.RepositoryException;

/** The whole way from a published repository to the content shown, on real files. */
class SyncJobTest extends SyncScenario {
  @Test
  void aFirstReleaseIsShown() throws IOException, RepositoryException {
    office.publish(1, "a", "b");
    assertEquals(new Activated(1, 2), sync());
    assertEquals("1a,b", shown());
  }

  @Test
  void aNewReleaseTakesThePlaceOfTheOldOne() throws IOException, RepositoryException {
    secondRelease();
    assertEquals(new Activated(2, 2), sync());
    assertEquals("2new,newer", shown());
  }

  @Test
  void anUnchangedReleaseDownloadsNothing() throws IOException, RepositoryException {
    office.publish(1, "a");
    sync();
    List<String> asked = new ArrayList<>();
    Fetcher real = line;
    line =
        path -> {
          asked.add(path);
          return real.fetch(path);
        };
    assertEquals(new UpToDate(1), sync());
    assertEquals(List.of("metadata/2.root.json", "metadata/timestamp.json"), asked);
  }

  @Test
  void packsOfFormerReleasesAreDeleted() throws IOException, RepositoryException {
    ReleaseManifest second = secondRelease();
    sync();
    try (Stream<Path> packs = Files.list(terminal.packs())) {
      assertEquals(
          List.of(terminal.repository().resolve(second.channels().getFirst().full().target())),
          packs.toList());
    }
  }

  @Test
  void onlyTheChannelsOfTheTerminalAreTaken() throws IOException, RepositoryException {
    office.publish(1, Map.of("city", List.of("a"), "staff", List.of("secret")));
    assertEquals(new Activated(1, 1), sync());
    assertEquals("1a", shown());
  }

  @Test
  void severalChannelsAreShownTogether() throws IOException, RepositoryException {
    terminal = terminalOf("city", "county");
    office.publish(1, Map.of("city", List.of("a"), "county", List.of("b")));
    assertEquals(new Activated(1, 2), sync());
    assertEquals("1a,b", shown());
  }

  @Test
  void anAbsentOfficeLeavesTheContent() throws IOException, RepositoryException {
    secondRelease();
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
    SyncOutcome outcome = sync();
    assertInstanceOf(Offline.class, outcome);
    assertTrue(said(outcome).contains("no route"));
    assertEquals("1old", shown());
  }

  @Test
  void anOfficeThatPublishedNothingIsNoFault() throws IOException {
    SyncOutcome outcome = sync();
    assertInstanceOf(Offline.class, outcome);
    assertTrue(said(outcome).contains("not published anything"));
    assertEquals("nothing", shown());
  }

  @Test
  void aBrokenDownloadGoesOnAtTheNextRun() throws IOException, RepositoryException {
    Pack pack = office.publish(1, "a", "b", "c").channels().getFirst().full();
    Fetcher real = line;
    line =
        path -> {
          InputStream in = real.fetch(path);
          return path.endsWith(".pack") ? new BreakingInput(in, pack.length() - 5) : in;
        };
    assertInstanceOf(Offline.class, sync());
    line = real;
    SyncJob job = new SyncJob(terminal, line, CLOCK, SyncWatch.NONE);
    assertEquals(new Activated(1, 3), job.run());
    assertEquals("1a,b,c", shown());
  }

  private static final class BreakingInput extends java.io.FilterInputStream {
    private long left;

    BreakingInput(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        throw new FetchException("pack", "the line broke");
      }
      int count = super.read(buffer, offset, (int) Math.min(left, length));
      left -= count;
      return count;
    }
  }
}
