package org.openhall.demo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * What this process holds, when what it no longer needs is cleared away.
 *
 * @param heap MB of live objects
 * @param threads of the Java machine
 * @param files open file descriptors
 */
record Footprint(double heap, int threads, long files) {

  private static final double HEAP_MAY_GROW_MB = 1;
  private static final int LOOKS = 50;
  private static final long BETWEEN_NANOS = 20_000_000;

  /** The least of many looks: what is opened and closed again all the while is not held. */
  static Footprint now() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc(); // what was closed is only let go of
    runtime.gc(); // and then cleared away
    double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    int threads = Integer.MAX_VALUE;
    long files = Long.MAX_VALUE;
    for (int look = 0; look < LOOKS; look++) {
      threads = Math.min(threads, ManagementFactory.getThreadMXBean().getThreadCount());
      files = Math.min(files, openFiles());
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
    return new Footprint(heap, threads, files);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  /** By how much it has grown since an earlier one. */
  List<Figure> since(Footprint before, String name) {
    return List.of(
        Figure.atMost(HEAP_MAY_GROW_MB, name + ": memory grown", heap - before.heap, "MB"),
        Figure.atMost(0, name + ": threads grown", (double) threads - before.threads, ""),
        Figure.atMost(0, name + ": open files grown", (double) files - before.files, ""));
  }
}
