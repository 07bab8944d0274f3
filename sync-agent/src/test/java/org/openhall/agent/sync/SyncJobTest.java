package org.openhall.agent.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.agent.sync.TestOffice.CLOCK;
import static org.openhall.agent.sync.TestOffice.NOW;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.agent.sync.SyncOutcome.Activated;
import org.openhall.agent.sync.SyncOutcome.Expired;
import org.openhall.agent.sync.SyncOutcome.Offline;
import org.openhall.agent.sync.SyncOutcome.Refused;
import org.openhall.agent.sync.SyncOutcome.StorageFull;
import org.openhall.agent.sync.SyncOutcome.UpToDate;
import org.openhall.agent.text.Words;
import org.openhall.content.Notice;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.content.codec.ReleaseManifest.Channel;
import org.openhall.content.codec.ReleaseManifest.Pack;
import org.openhall.content.store.ContentSnapshot;
import org.openhall.link.TerminalIdentity;
import org.openhall.repository.client.DirectoryFetcher;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.storage.Storage;

/** The whole way from a published repository to the content shown, on real files. */
class SyncJobTest {
  private @TempDir Path dir;
  private TestOffice office;
  private Terminal terminal;
  private Fetcher line;

  @BeforeEach
  void enrol() throws IOException, RepositoryException {
    office = new TestOffice(dir.resolve("office"));
    terminal = terminalOf("city");
    Updater.trust(Terminal.metadata(terminal.data()), office.root());
    line = new DirectoryFetcher(office.repository());
  }

  private Terminal terminalOf(String... channels) {
    URI address = URI.create("http://office.example/");
    return new Terminal(
        dir.resolve("terminal"), new TerminalIdentity("t-1", address, List.of(channels), NOW));
  }

  private SyncOutcome sync() {
    return new SyncJob(terminal, line, CLOCK, SyncWatch.NONE).run();
  }

  private static String said(SyncOutcome outcome) {
    return Words.in("en").say(outcome.words());
  }

  /** The words of the content that is shown, or "nothing". */
  private String shown() throws IOException {
    var current = terminal.content().current();
    if (current.isEmpty()) {
      return "nothing";
    }
    try (ContentSnapshot snapshot = ContentSnapshot.open(current.get().file(), CLOCK)) {
      List<String> titles =
          snapshot.notices(LocalDate.of(2026, 11, 24)).stream().map(Notice::title).sorted().toList();
      return current.get().release() + String.join(",", titles);
    }
  }

  /** A first release, shown, then a second that the test bends. */
  private ReleaseManifest secondRelease() throws IOException, RepositoryException {
    office.publish(1, "old");
    assertEquals(new Activated(1, 1), sync());
    return office.publish(2, "new", "newer");
  }

  private void assertRefused(String... named) throws IOException {
    SyncOutcome outcome = sync();
    assertInstanceOf(Refused.class, outcome);
    for (String word : named) {
      assertTrue(said(outcome).contains(word), said(outcome));
    }
    assertEquals("1old", shown());
  }

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
  void aTamperedPackIsRefusedByName() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    byte[] tampered = Files.readAllBytes(office.served(pack));
    tampered[tampered.length / 2] ^= 1;
    Files.write(office.served(pack), tampered);
    assertRefused(pack.target(), "SHA-256", pack.sha256());
  }

  @Test
  void aPackThatIsCutOffIsRefused() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    Files.write(office.served(pack), new byte[3]);
    assertRefused(pack.target(), "length");
  }

  @Test
  void aMissingPackIsRefusedByName() throws IOException, RepositoryException {
    Pack pack = secondRelease().channels().getFirst().full();
    Files.delete(office.served(pack));
    assertRefused(pack.sha256(), "does not have it");
  }

  @Test
  void aForeignSignatureIsRefused() throws IOException, RepositoryException {
    secondRelease();
    TestOffice stranger = new TestOffice(dir.resolve("stranger"));
    stranger.publish(3, "forged");
    line = new DirectoryFetcher(stranger.repository());
    assertRefused("timestamp", "0 valid signature");
  }

  @Test
  void aTamperedTimestampIsRefused() throws IOException, RepositoryException {
    secondRelease();
    Path timestamp = office.repository().resolve("metadata/timestamp.json");
    Files.writeString(timestamp, Files.readString(timestamp).replace("2026-12", "2036-12"));
    assertRefused("timestamp");
  }

  @Test
  void aSignedPackWithOtherRecordsThanPromisedIsRefused()
      throws IOException, RepositoryException {
    Channel good = secondRelease().channels().getFirst();
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), good.full());
    Map<String, Path> files = Map.of(good.full().target(), office.served(good.full()));
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    assertRefused("digest");
  }

  @Test
  void aSignedPackThatIsNoPackIsRefused() throws IOException, RepositoryException {
    secondRelease();
    Map<String, Path> files = new java.util.HashMap<>();
    Pack pack = office.add("nonsense".getBytes(UTF_8), files);
    Channel bad = new Channel("city", "city", 2, "f".repeat(64), pack);
    office.publish(new ReleaseManifest(3, NOW, "示例市", List.of(bad)), files);
    assertRefused("broken");
  }

  @Test
  void aPackThatIsNotAmongTheSignedFilesIsRefused() throws IOException, RepositoryException {
    ReleaseManifest second = secondRelease();
    office.publish(second, Map.of());
    assertRefused(second.channels().getFirst().full().target());
  }

  @Test
  void aSignedManifestThatIsNoneIsRefused() throws IOException, RepositoryException {
    secondRelease();
    office.publishRaw("{}".getBytes(UTF_8), Map.of());
    assertRefused("manifest.json");
  }

  @Test
  void aReleaseWithALowerNumberIsRefused() throws IOException, RepositoryException {
    office.publish(1, "old");
    sync();
    office.publish(0, "older");
    assertRefused("release 0", "release 1");
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
  void aReleaseWithoutAChannelOfTheTerminalIsRefused() throws IOException, RepositoryException {
    office.publish(1, "old");
    sync();
    office.publish(2, Map.of("county", List.of("b")));
    assertRefused("city");
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
  void expiredSignaturesLeaveTheContentAndSayTheClock() throws IOException, RepositoryException {
    office.publish(1, "old");
    sync();
    Clock late = Clock.fixed(NOW.plus(Duration.ofDays(31)), ZoneOffset.UTC);
    SyncOutcome outcome = new SyncJob(terminal, line, late, SyncWatch.NONE).run();
    assertInstanceOf(Expired.class, outcome);
    assertTrue(said(outcome).contains("2026-12-25T08:00:00Z"), said(outcome));
    assertEquals("1old", shown());
  }

  @Test
  void aFullDiskIsSaidAndLeavesTheContent() throws IOException, RepositoryException {
    secondRelease();
    SyncJob.Machine full = new SyncJob.Machine(CLOCK, new FullDisk());
    assertInstanceOf(StorageFull.class, new SyncJob(terminal, line, SyncWatch.NONE, full).run());
    assertEquals("1old", shown());
    assertEquals(new Activated(2, 2), sync());
  }

  private static final class FullDisk implements Storage {
    @Override
    public OutputStream append(Path file) {
      return new FilterOutputStream(OutputStream.nullOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          throw new IOException("No space left on device");
        }
      };
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      Storage.durable().move(from, to);
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void beingKilledAtAnyStepLeavesOldOrNewAndTheNextRunGoesOn()
      throws IOException, RepositoryException {
    secondRelease();
    for (SyncStep step : SyncStep.values()) {
      SyncWatch killer =
          new SyncWatch() {
            @Override
            public void entered(SyncStep entered) {
              if (entered == step) {
                throw new Killed();
              }
            }
          };
      SyncJob job = new SyncJob(terminal, line, CLOCK, killer);
      assertThrows(Killed.class, job::run, step.toString());
      assertEquals(step == SyncStep.TIDY ? "2new,newer" : "1old", shown());
    }
    assertEquals(new UpToDate(2), sync());
  }

  @Test
  void beingKilledInTheMiddleOfTheBuildLeavesTheOldRelease()
      throws IOException, RepositoryException {
    secondRelease();
    SyncWatch killer =
        new SyncWatch() {
          @Override
          public void built(long records) {
            throw new Killed();
          }
        };
    SyncJob job = new SyncJob(terminal, line, CLOCK, killer);
    assertThrows(Killed.class, job::run);
    assertEquals("1old", shown());
    assertEquals(new Activated(2, 2), sync());
  }

  @Test
  void damagedContentIsBuiltAgainFromThePacksWithoutTheOffice()
      throws IOException, RepositoryException {
    office.publish(1, "a", "b");
    sync();
    damageContent();
    line =
        path -> {
          throw new FetchException(path, "no route");
        };
    assertInstanceOf(Offline.class, sync());
    assertEquals("1a,b", shown());
  }

  @Test
  void damagedContentAndDamagedPacksComeFromTheOffice() throws IOException, RepositoryException {
    ReleaseManifest release = office.publish(1, "a", "b");
    sync();
    damageContent();
    Path pack = terminal.repository().resolve(release.channels().getFirst().full().target());
    Files.write(pack, new byte[(int) Files.size(pack)]);
    assertEquals(new Activated(1, 2), sync());
    assertEquals("1a,b", shown());
  }

  /** The seal is written last: a kill before it must not make sound content look damaged. */
  @Test
  void contentWithoutASealIsCheckedRecordByRecord() throws IOException, RepositoryException {
    office.publish(1, "a", "b");
    sync();
    Files.delete(terminal.activeSeal());
    assertEquals(new UpToDate(1), sync());
    damageContent();
    assertEquals(new UpToDate(1), sync());
    assertTrue(Files.exists(terminal.activeSeal()), "the content was built again");
    assertEquals("1a,b", shown());
  }

  /** Flips one bit inside a record, where opening the file does not notice it. */
  private void damageContent() throws IOException {
    Path file = terminal.content().current().orElseThrow().file();
    byte[] bytes = Files.readAllBytes(file);
    int place = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("1970-01-01");
    bytes[place] ^= 1;
    Files.write(file, bytes);
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
