package org.openhall.office.desk.upload;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openhall.office.catalog.ImportProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files being read, one after the other: a long one takes seconds, and nobody waits at a page for
 * it. What is read when the office ends is read again when somebody asks.
 */
final class UploadJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UploadJobs.class);

  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("uploads").daemon().factory());
  private final Map<Long, Progress> running = new ConcurrentHashMap<>();

  /**
   * How far one is.
   *
   * @param fraction share of the file read, 0 to 1
   */
  record Progress(double fraction, long rows) {
    /** In whole percent. */
    public int percent() {
      return (int) Math.round(fraction * 100);
    }
  }

  /** What is done with a file. */
  @FunctionalInterface
  interface Job {
    void run(ImportProgress progress) throws IOException, SQLException;
  }

  /** Begins one, unless this file is being read already. */
  void begin(long upload, Job job) {
    if (running.putIfAbsent(upload, new Progress(0, 0)) == null) {
      reader.execute(() -> run(upload, job));
    }
  }

  private void run(long upload, Job job) {
    try {
      job.run((fraction, rows) -> running.put(upload, new Progress(fraction, rows)));
    } catch (IOException | SQLException e) {
      LOG.error("Upload {} could not be read", upload, e);
    } finally {
      running.remove(upload);
    }
  }

  /** How far a file is, while it is being read. */
  Optional<Progress> progress(long upload) {
    return Optional.ofNullable(running.get(upload));
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
