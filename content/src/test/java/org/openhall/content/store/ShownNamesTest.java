package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.content.store.Release.header;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Synonyms;
import org.openhall.content.UnknownFields;

class ShownNamesTest {

  @Test
  void everydayWordsComeBeforeMattersAndTitlesStandApart(@TempDir Path folder) throws IOException {
    Path db = folder.resolve("content-7.db");
    Synonyms.Group group = new Synonyms.Group(List.of("办身份证"), List.of("居民身份证申领"));
    new Release()
        .guide("g-1", "居民身份证申领", "公安局", true, "二代证")
        .entry("e-1", "关于身份证的通知")
        .node("n-1", null, 1)
        .with(new Synonyms(header("s-1"), "用语", List.of(group), UnknownFields.NONE))
        .build(db);

    try (ContentSnapshot snapshot = ContentSnapshot.open(db, Clock.systemUTC())) {
      ShownNames names = snapshot.names();

      assertEquals(List.of("办身份证", "居民身份证申领", "二代证"), names.sought().subList(0, 3));
      assertTrue(names.sought().contains("目录n-1"));
      assertEquals(List.of("关于身份证的通知"), names.titles());
    }
  }
}
