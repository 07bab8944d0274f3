package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.repository.storage.FileDigest;

class AttachmentFilesTest {
  private static final int AT_ONCE = 8;

  @TempDir Path folder;
  private AttachmentFiles files;

  @BeforeEach
  void begin() {
    files = new AttachmentFiles(folder);
  }

  @Test
  void severalWhoBringTheSameAtOnceLeaveItWholeAndNothingElse()
      throws IOException, InterruptedException, ExecutionException {
    Path brought = Files.write(folder.resolve("brought"), new byte[2 << 20]);
    String sha256 = FileDigest.sha256(brought);
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        all.add(
            people.submit(() -> {
              together.await();
              files.keep(sha256, brought);
              return null;
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    try (Stream<Path> there = Files.list(folder.resolve("files"))) {
      assertEquals(List.of(sha256), there.map(file -> file.getFileName().toString()).toList());
    }
    assertEquals(sha256, FileDigest.sha256(files.find(sha256).orElseThrow()));
  }

  @Test
  void whatIsBroughtAgainIsNotDeletedForBeingOld() throws IOException {
    Path brought = Files.writeString(folder.resolve("brought"), "甲");
    String sha256 = FileDigest.sha256(brought);
    files.keep(sha256, brought);
    Path there = files.find(sha256).orElseThrow();
    Instant day = Instant.parse("2026-03-02T00:00:00Z");
    Files.setLastModifiedTime(there, FileTime.from(day));
    files.keep(sha256, brought);
    assertFalse(files.drop(sha256, day));
    assertTrue(Files.exists(there));
    Files.setLastModifiedTime(there, FileTime.from(day));
    assertTrue(files.drop(sha256, day));
    assertTrue(files.find(sha256).isEmpty());
    assertTrue(files.drop(sha256, day), "gone already");
  }
}
