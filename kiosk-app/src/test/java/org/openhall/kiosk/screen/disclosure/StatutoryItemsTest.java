package org.openhall.kiosk.screen.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ContentRecord;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Messages;

class StatutoryItemsTest {
  @TempDir Path dir;

  @Test
  void everyItemOfTheLawIsThereWithWhatTheDirectoryHolds() throws Exception {
    StatutoryItems items =
        read(
            List.of(
                Records.node("s", "法定主动公开内容", null),
                Records.node("s-7", "财政预算、决算", "s", 7),
                Records.node("s-7-a", "部门预算", "s-7", 1),
                Records.node("s-8", "行政事业性收费", "s", 8),
                Records.entry("e1", "部门预算", "s-7-a", "财政局", 2026),
                Records.entry("e2", "总决算", "s-7", "财政局", 2025)));

    assertEquals(15, items.items().size());
    assertEquals(2, items.items().get(6).count());
    assertEquals(0, items.items().get(7).count());
    assertNotNull(items.items().get(7).node());
    assertNull(items.items().getFirst().node());
  }

  @Test
  void aDirectoryWithoutThemHasNothingOfAnyItem() throws Exception {
    StatutoryItems items = read(List.of(Records.node("files", "政府文件", null)));

    assertEquals(15, items.items().size());
    assertTrue(items.items().stream().allMatch(item -> item.count() == 0));
  }

  @Test
  void theLawsWordsAreThereForEveryItemInBothLanguages() {
    for (Language language : Language.values()) {
      Messages words = new Messages(language);
      for (int number = 1; number <= StatutoryItems.COUNT; number++) {
        assertFalse(words.text("statutory.item." + number).isBlank());
        assertFalse(words.text("statutory.number." + number).isBlank());
      }
    }
  }

  private StatutoryItems read(List<? extends ContentRecord> records) throws Exception {
    try (PublishedContent content = PublishedContent.of(dir, records)) {
      Loaded<StatutoryItems> state = new StatutoryModel(content).items().get();
      return (StatutoryItems) assertInstanceOf(Loaded.Shown.class, state).value();
    }
  }
}
