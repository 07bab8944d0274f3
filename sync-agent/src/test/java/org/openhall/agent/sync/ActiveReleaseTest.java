package org.openhall.agent.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Offline;
import org.openhall.agent.sync.SyncOutcome.UpToDate;
import org.openhall.content.codec.MalformedManifestException;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.store.CurrentContent;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;

/** What the terminal has written down of the content shown is mended without a byte of content. */
class ActiveReleaseTest extends SyncScenario {
  private byte[] manifestOfFirst = new byte[0];
  private byte[] sealOfFirst = new byte[0];
  private String second = "";

  private static List<String> words(int count) {
    return new Random(7).longs(count).mapToObj(Long::toHexString).toList();
  }

  @BeforeEach
  void twoReleases() throws IOException, RepositoryException {
    office.publish(1, words(200).toArray(String[]::new));
    sync();
    manifestOfFirst = Files.readAllBytes(terminal.activeManifest());
    sealOfFirst = Files.readAllBytes(terminal.activeSeal());
    office.publish(2, words(200), words(201));
    assertEquals(new Activated(2, 201), sync());
    second = shown();
  }

  private ReleaseManifest active() throws IOException, MalformedManifestException {
    return ReleaseManifest.fromJson(Files.readAllBytes(terminal.activeManifest()));
  }

  private void cutTheLine() {
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
  }

  @Test
  void aKillRightAfterTheSwapIsMadeGood()
      throws IOException, RepositoryException, MalformedManifestException {
    byte[] manifest = Files.readAllBytes(terminal.activeManifest());
    byte[] seal = Files.readAllBytes(terminal.activeSeal());
    Files.write(terminal.activeManifest(), manifestOfFirst);
    Files.write(terminal.activeSeal(), sealOfFirst);
    assertEquals(new UpToDate(2), sync());
    assertArrayEquals(manifest, Files.readAllBytes(terminal.activeManifest()));
    assertArrayEquals(seal, Files.readAllBytes(terminal.activeSeal()));
    office.publish(3, words(201), words(202));
    assertEquals(new Activated(3, 202), sync());
    assertEquals(2, active().channels().getFirst().deltas().size());
  }

  @Test
  void aDamagedManifestIsWrittenAgain() throws IOException, MalformedManifestException {
    Files.writeString(terminal.activeManifest(), "{");
    cutTheLine();
    assertInstanceOf(Offline.class, sync());
    assertEquals(second, shown());
    assertEquals(2, active().release());
  }

  /** Any bytes may stand there; once these ended every run. */
  @Test
  void aSealThatIsNoTextIsWrittenAgain() throws IOException {
    byte[] seal = Files.readAllBytes(terminal.activeSeal());
    seal[20] = (byte) 0xff;
    Files.write(terminal.activeSeal(), seal);
    assertEquals(new UpToDate(2), sync());
    assertEquals(seal.length, Files.readString(terminal.activeSeal()).length());
    assertEquals(second, shown());
  }

  @Test
  void aDamagedPackIsPackedAgainOutOfTheContent() throws IOException, MalformedManifestException {
    Path pack = terminal.repository().resolve(active().channels().getFirst().full().target());
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    cutTheLine();
    assertInstanceOf(Offline.class, sync());
    assertTrue(Files.notExists(pack));
    Files.delete(terminal.content().fileFor(2));
    Files.delete(terminal.content().fileFor(1));
    assertInstanceOf(Offline.class, sync());
    assertEquals(second, shown());
  }

  /** A technician copied the folder of a terminal that belongs elsewhere. */
  @Test
  void contentThatNoManifestHereDescribesIsNotKept() throws IOException, RepositoryException {
    TestOffice stranger = new TestOffice(dir.resolve("stranger"));
    stranger.publish(7, "x");
    CurrentContent foreign = contentOf(stranger);
    Files.delete(terminal.content().fileFor(1));
    Files.delete(terminal.content().fileFor(2));
    Files.copy(foreign.file(), terminal.content().fileFor(7));
    Files.writeString(terminal.data().resolve("content/current"), "7\n");
    assertEquals("7x", shown());
    cutTheLine();
    assertInstanceOf(Offline.class, sync());
    assertEquals(second, shown());
  }

  private CurrentContent contentOf(TestOffice stranger) throws IOException, RepositoryException {
    Terminal other = new Terminal(dir.resolve("other"), terminal.identity());
    Updater.trust(Terminal.metadata(other.data()), stranger.root());
    new SyncJob(
            other, new DirectoryFetcher(stranger.repository()), TestOffice.CLOCK, SyncWatch.NONE)
        .run();
    return other.content().current().orElseThrow();
  }
}
