package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.MalformedPackException;
import org.openhall.content.codec.ReleaseManifest;

class SnapshotBuilderTest {
  @TempDir Path folder;
  private Path db;

  @BeforeEach
  void nameTheFile() {
    db = folder.resolve("content-7.db");
  }

  @Test
  void aWrongDigestIsRefusedAndLeavesNoFile() throws IOException {
    Release release = Release.directory();
    byte[] pack = release.pack();
    assertThrows(WrongDigestException.class, () -> Release.build(db, release.manifest("00"), pack));
    assertFolderEmpty();
  }

  @Test
  void aBrokenPackIsRefusedAndLeavesNoFile() throws IOException {
    Release release = Release.directory();
    byte[] part = Arrays.copyOf(release.pack(), 300);
    assertThrows(MalformedPackException.class, () -> Release.build(db, release.manifest(), part));
    assertFolderEmpty();
  }

  @Test
  void whatIsNoPackAtAllIsClosedToo() throws IOException {
    ReleaseManifest manifest = Release.directory().manifest();
    ReleaseManifest.Channel channel = manifest.channels().getFirst();
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, manifest);
        ClosableBytes pack = new ClosableBytes("no pack");
        ClosableBytes delta = new ClosableBytes("no delta")) {
      assertThrows(MalformedPackException.class, () -> builder.addChannel(channel, pack));
      assertTrue(pack.closed);
      assertThrows(MalformedPackException.class, () -> builder.applyDelta(channel, delta));
      assertTrue(delta.closed);
    }
  }

  /** An index over a million titles is some 100 MB, and sorting holds all of it. */
  @Test
  void indexesAreSortedOnTheDiskAndNotInMemory() throws IOException, SQLException {
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, Release.directory().manifest());
        Sql sql = new Sql(builder.bench().connection())) {
      assertEquals(1, sql.number("PRAGMA temp_store").orElseThrow(), "0 unless told, 2 in memory");
    }
  }

  private static final class ClosableBytes extends ByteArrayInputStream {
    private boolean closed;

    ClosableBytes(String text) {
      super(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void aRecordThatComesTwiceIsRefused() throws IOException {
    byte[] twice = new Release().entry("a", "甲").entry("b", "乙").entry("a", "丙").pack();
    Release announced = new Release().entry("a", "甲").entry("b", "乙").entry("c", "丙");
    MalformedPackException e =
        assertThrows(
            MalformedPackException.class, () -> Release.build(db, announced.manifest(), twice));
    assertEquals(3, e.recordNumber());
    assertFolderEmpty();
  }

  private void assertFolderEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void theFinishedFileIsAloneAndNeedsNoJournal() throws IOException {
    Release.directory().build(db);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(db), files.toList());
    }
    byte[] head = Files.readAllBytes(db);
    assertEquals(1, head[18], "written in the rollback-journal format");
    assertEquals(1, head[19], "read in the rollback-journal format");
  }

  @Test
  void bothHalvesOfTheWorkSayHowFarTheyHaveCome() throws IOException {
    Release release = Release.directory();
    List<String> said = new ArrayList<>();
    BuildProgress progress =
        new BuildProgress() {
          @Override
          public void taken(long records) {
            said.add("taken " + records);
          }

          @Override
          public void indexed(long records) {
            said.add("indexed " + records);
          }
        };
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, release.manifest(), progress)) {
      builder.addChannel(
          release.manifest().channels().getFirst(), new ByteArrayInputStream(release.pack()));
      var _ = builder.finish();
    }
    assertEquals("taken " + release.manifest().channels().getFirst().records(), said.getFirst());
    assertTrue(said.getLast().matches("indexed [1-9][0-9]*"), said.toString());
  }

  @Test
  void aFullDiskIsSaidAndLeavesNothing() throws IOException, SQLException {
    Release release = Release.directory();
    byte[] pack = release.pack();
    SnapshotBuilder builder = SnapshotBuilder.create(db, release.manifest());
    try (builder) {
      builder.addChannel(release.manifest().channels().getFirst(), new ByteArrayInputStream(pack));
      builder.bench().limitPages(1);
      IOException e = assertThrows(IOException.class, builder::finish);
      assertInstanceOf(DiskFullException.class, e);
    }
    assertFolderEmpty();
  }
}
