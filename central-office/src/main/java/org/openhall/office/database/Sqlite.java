package org.openhall.office.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * {@code DIR/office.db}, in WAL mode, so that the running server and a command work on it at the
 * same time. One writes at a time; who finds it locked waits up to a minute. Every transaction is
 * alone from its beginning.
 */
final class Sqlite implements Dialect {
  static final String FILE = "office.db";
  private static final int BUSY_TIMEOUT_MILLIS = 60_000;
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final SQLiteDataSource source;

  /**
   * Not used: when the last connection to the file closes, SQLite writes its log back and waits for
   * the disk, which each request would do for itself.
   */
  private final Connection kept;

  /** A lock of a file is a program's, and would not keep its own threads from each other. */
  private final Map<Turn, Semaphore> threads = new EnumMap<>(Turn.class);

  Sqlite(Path folder) throws IOException {
    this.folder = folder;
    for (Turn turn : Turn.values()) {
      threads.put(turn, new Semaphore(1));
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    this.source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve(FILE));
    keepToOwner();
    try {
      this.kept = source.getConnection();
    } catch (SQLException e) {
      throw new IOException("office.db: " + e.getMessage(), e);
    }
  }

  /**
   * Passwords' hashes and the secrets of codes lie in it: no other user of the machine reads it.
   * SQLite gives its log the rights of the file.
   */
  private void keepToOwner() throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      makeForOwner(file);
    }
    for (String ending : List.of("", "-wal", "-shm")) {
      Path part = folder.resolve(FILE + ending);
      if (Files.exists(part) && !Files.getPosixFilePermissions(part).equals(OWNER)) {
        Files.setPosixFilePermissions(part, OWNER);
      }
    }
  }

  private static void makeForOwner(Path file) throws IOException {
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
    } catch (FileAlreadyExistsException e) {
      // another program was faster, and made the same
    }
  }

  @Override
  public DataSource source() {
    return source;
  }

  @Override
  public DataSource migrating() {
    return source;
  }

  @Override
  public String migrations() {
    return "classpath:db/migration/sqlite";
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "text", "TEXT",
        "integer", "INTEGER",
        "real", "REAL",
        "bytes", "BLOB",
        "counted", "INTEGER PRIMARY KEY AUTOINCREMENT");
  }

  @Override
  public String name() {
    return folder.resolve(FILE).toString();
  }

  /** A query sees one state, and outside a transaction it locks nobody out. */
  @Override
  public Connection reading() throws SQLException {
    return source.getConnection();
  }

  @Override
  public void begin(Connection connection, Turn turn, String of) throws SQLException {
    connection.setAutoCommit(false); // and waits at its first statement, for whatever is written
  }

  @Override
  public void flushAtCommit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = FULL");
    }
  }

  /** The copy has no log beside it, and every page of it was read. */
  void snapshot(Path copy) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.resolve(FILE).toString());
      vacuum.execute();
    }
  }

  @Override
  public Optional<Instant> time() {
    return Optional.empty();
  }

  @Override
  public List<String> integrity(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      found.remove("ok");
      try (ResultSet row = statement.executeQuery("PRAGMA foreign_key_check")) {
        while (row.next()) {
          found.add(row.getString(1) + " " + row.getString(2) + " → " + row.getString(3));
        }
      }
    }
    return found;
  }

  @Override
  public FoundLines linesWith(List<String> letters) {
    return new FoundLines(
        "SELECT o.id FROM record_gram JOIN record_gram_of o ON o.number = record_gram.rowid"
            + " WHERE record_gram MATCH ?",
        letters.stream()
            .map(one -> '"' + one + '"' + (one.length() == 1 ? " *" : ""))
            .collect(Collectors.joining(" AND ")));
  }

  /** It plans by its indexes alone. */
  @Override
  public void manyWritten(Connection connection, List<String> tables) {}

  /** It looks at the highest number by itself. */
  @Override
  public void countOn(Connection connection, String table, String column) {}

  @Override
  public Alone alone(Turn turn, Runnable waiting) throws IOException {
    Semaphore thread = Objects.requireNonNull(threads.get(turn));
    if (!thread.tryAcquire()) {
      waiting.run();
      thread.acquireUninterruptibly();
    }
    try {
      return new ByFile(locked(turn, waiting), thread);
    } catch (IOException e) {
      thread.release();
      throw e;
    }
  }

  private FileLock locked(Turn turn, Runnable waiting) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(turn.lockName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    waiting.run();
    return channel.lock();
  }

  /** By a file of the data folder, and of the threads of this program by a permit. */
  record ByFile(FileLock lock, Semaphore thread) implements Alone {
    @Override
    public void confirm() throws IOException {
      if (!lock.isValid()) {
        throw new IOException("the lock was lost; try again");
      }
    }

    @Override
    public void close() throws IOException {
      try {
        lock.acquiredBy().close();
      } finally {
        thread.release();
      }
    }
  }

  @Override
  public void close() {
    try {
      kept.close();
    } catch (SQLException e) {
      throw new IllegalStateException("office.db", e);
    }
  }
}
