package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RarestTest {
  private static final int MANY = 700;

  @TempDir Path folder;

  @Test
  void amongCommonCharactersTheRareRecordIsFound() throws IOException {
    Release release = new Release();
    for (int i = 0; i < MANY; i++) {
      release.entry("e-%03d".formatted(i), "关于调整收费标准的通知第%d份".formatted(i), "各单位应当遵照执行。");
    }
    release.entry("x-1", "关于调整水价收费标准的通知", "各单位应当从速遵照执行。");
    try (ContentSnapshot snapshot = release.open(folder)) {
      assertEquals(List.of("x-1"), ids(snapshot.searchExactly("整水价收费标准的通知", 5)));
      assertEquals(List.of("x-1"), ids(snapshot.searchExactly("单位应当从速遵照", 5)));
      assertEquals(List.of("e-123"), ids(snapshot.searchExactly("通知第123份", 5)));
      assertTrue(snapshot.searchExactly("收费标准的通知", 5).countIsLowerBound());
    }
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(Hit::id).toList();
  }
}
