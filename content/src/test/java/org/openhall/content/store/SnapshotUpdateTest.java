package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.codec.MalformedPackException;

/** A snapshot to which deltas were applied is the one that the full packs give. */
class SnapshotUpdateTest {
  private static final int RECORDS = 400;
  private static final int ROUNDS = 4;
  private static final int MANY_ROUNDS = 14;
  private static final int FEW = 4;

  @TempDir Path folder;

  private static Random random() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("SnapshotUpdateTest: -Dseed=" + seed);
    return new Random(seed);
  }

  @Test
  void whateverChangesTheUpdateIsTheFullSnapshot() throws IOException, SQLException {
    Random random = random();
    EditedState state = EditedState.of(random, RECORDS);
    Path shown = state.build(folder.resolve("content-0.db"));
    for (int round = 1; round <= ROUNDS; round++) {
      EditedState next = state.edited(1 + random.nextInt(RECORDS / 6));
      shown = next.update(state, shown, folder.resolve("content-%d.db".formatted(round)));
      Path full = next.build(folder.resolve("full.db"));
      TableDump.assertSame(full, shown);
      SnapshotAnswers.assertSame(full, shown, random);
      state = next;
    }
  }

  @Test
  void manyTitlesFindRoomBetweenTwo() throws IOException, SQLException {
    EditedState state = EditedState.of(random(), 30);
    Path shown = state.build(folder.resolve("content-0.db"));
    EditedState more = state;
    for (int round = 1; round <= 4; round++) {
      EditedState next = more.withCrowd(round, 40);
      shown = next.update(more, shown, folder.resolve("content-%d.db".formatted(round)));
      more = next;
    }
    TableDump.assertSame(more.build(folder.resolve("full.db")), shown);
    EditedState none = more.withoutEntries();
    shown = none.update(more, shown, folder.resolve("content-5.db"));
    TableDump.assertSame(none.build(folder.resolve("full.db")), shown);
    shown = state.update(none, shown, folder.resolve("content-6.db"));
    TableDump.assertSame(state.build(folder.resolve("full.db")), shown);
  }

  @Test
  void deltasUponFullPacksGiveTheSameAsWell() throws IOException, SQLException {
    EditedState first = EditedState.of(random(), 60);
    EditedState second = first.edited(20);
    EditedState third = second.edited(20);
    Path db = folder.resolve("content-3.db");
    try (SnapshotBuilder builder = SnapshotBuilder.create(db, third.manifestOfChain())) {
      first.addTo(builder, third.manifestOfChain());
      second.applyTo(builder, first, third.manifest());
      third.applyTo(builder, second, third.manifest());
      assertEquals(third.size(), builder.finish().records());
    }
    TableDump.assertSame(third.build(folder.resolve("full.db")), db);
  }

  /** A search looks into every piece. */
  @Test
  void theIndexIsOfFewPiecesAfterManyUpdates() throws IOException, SQLException {
    EditedState state = EditedState.of(random(), RECORDS);
    Path shown = state.build(folder.resolve("content-0.db"));
    for (int round = 1; round <= MANY_ROUNDS; round++) {
      EditedState next = state.edited(20);
      shown = next.update(state, shown, folder.resolve("content-%d.db".formatted(round)));
      state = next;
    }
    assertTrue(pieces(shown, "name_index") <= FEW, "names");
    assertTrue(pieces(shown, "text_index") <= FEW, "texts");
    TableDump.assertSame(state.build(folder.resolve("full.db")), shown);
  }

  private static long pieces(Path db, String index) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Sql sql = new Sql(connection)) {
      return sql.number("SELECT count(DISTINCT segid) FROM %s_idx".formatted(index)).orElseThrow();
    }
  }

  @Test
  void aDamagedBaseIsNotBuiltUpon() throws IOException {
    EditedState state = EditedState.of(random(), 30);
    EditedState next = state.edited(5);
    Path shown = state.build(folder.resolve("content-0.db"));
    SoundSnapshot before = EditedState.sound(shown);
    byte[] bytes = Files.readAllBytes(shown);
    bytes[bytes.length / 2] ^= 1;
    Files.write(shown, bytes);
    Path db = folder.resolve("content-1.db");
    assertThrows(
        UnusableBaseException.class,
        () -> SnapshotBuilder.update(before, db, next.manifest(), BuildProgress.NONE));
    assertAlone(shown);
  }

  @Test
  void aBaseOfAnotherFormIsNotBuiltUpon() throws IOException, SQLException {
    EditedState state = EditedState.of(random(), 10);
    Path shown = state.build(folder.resolve("content-0.db"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + shown);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 999");
    }
    SoundSnapshot before = EditedState.sound(shown);
    Path db = folder.resolve("content-1.db");
    assertThrows(
        UnusableBaseException.class,
        () -> SnapshotBuilder.update(before, db, state.manifest(), BuildProgress.NONE));
    assertAlone(shown);
  }

  @Test
  void aDeltaFromAnotherStateIsRefusedAndLeavesNoFile() throws IOException {
    EditedState state = EditedState.of(random(), 60);
    EditedState second = state.edited(10);
    EditedState third = second.edited(10);
    Path shown = state.build(folder.resolve("content-0.db"));
    Path db = folder.resolve("content-1.db");
    IOException e = assertThrows(IOException.class, () -> third.update(second, shown, db));
    assertTrue(e instanceof WrongDigestException || e instanceof MalformedPackException, "" + e);
    assertAlone(shown);
  }

  @Test
  void aDeltaOfAnotherChannelIsRefused() throws IOException {
    EditedState state = EditedState.of(random(), 20);
    EditedState next = state.edited(5);
    Path shown = state.build(folder.resolve("content-0.db"));
    Path db = folder.resolve("content-1.db");
    try (SnapshotBuilder builder =
        SnapshotBuilder.update(EditedState.sound(shown), db, next.manifest(), BuildProgress.NONE)) {
      MalformedPackException e =
          assertThrows(
              MalformedPackException.class,
              () ->
                  builder.applyDelta(
                      next.manifest().channels().getFirst(), next.delta(state, "county")));
      assertTrue(String.valueOf(e.getMessage()).contains("county"), e.getMessage());
    }
    assertAlone(shown);
  }

  private void assertAlone(Path db) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(db), files.toList());
    }
  }
}
