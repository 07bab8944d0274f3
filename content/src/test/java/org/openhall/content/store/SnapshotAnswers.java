package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openhall.content.CatalogNode;

/** What two snapshots answer to the same questions. */
final class SnapshotAnswers {
  private static final List<String> QUESTIONS =
      List.of(
          "住房",
          "公积金缴存",
          "zfgjj",
          "zhufang",
          "通知",
          "关",
          "2024",
          "食品安全检查怎么办",
          "义务教育招声",
          "居民身份证",
          "粤府函2019",
          "sfz",
          "大厅",
          "𠮷野家",
          "不存在的词",
          "基数",
          "jishu",
          "教育",
          "局",
          "abc");

  private SnapshotAnswers() {}

  static void assertSame(Path expected, Path found, Random random) throws IOException {
    try (ContentSnapshot one = ContentSnapshot.open(expected, Release.CLOCK);
        ContentSnapshot other = ContentSnapshot.open(found, Release.CLOCK)) {
      other.verify();
      assertEquals(lists(one), lists(other));
      for (String question : QUESTIONS) {
        int limit = 1 + random.nextInt(60);
        assertEquals(one.search(question, limit), other.search(question, limit), question);
        assertEquals(one.completions(question, 8), other.completions(question, 8), question);
      }
      int offset = random.nextInt(100);
      assertEquals(
          one.entries(EntryFilter.none(), offset, 20),
          other.entries(EntryFilter.none(), offset, 20));
    }
  }

  private static List<Object> lists(ContentSnapshot snapshot) throws IOException {
    List<Object> all = new ArrayList<>();
    for (CatalogNode.Tree tree : CatalogNode.Tree.values()) {
      all.add(snapshot.children(tree, null));
    }
    all.add(snapshot.departments());
    all.add(snapshot.notices(Release.TODAY));
    all.add(snapshot.publishers(EntryFilter.none()));
    all.add(snapshot.years(EntryFilter.none()));
    all.add(snapshot.themes(EntryFilter.none()));
    all.add(snapshot.entryCount(EntryFilter.none()));
    all.add(snapshot.guides(GuideFilter.none(), 0, 500));
    all.add(snapshot.guideDepartments(GuideFilter.none()));
    all.add(snapshot.popularGuides(10));
    all.add(snapshot.staff());
    all.add(snapshot.forms());
    all.add(snapshot.synonyms());
    all.add(snapshot.attachments().stream().map(Object::toString).sorted().toList());
    all.add(snapshot.release());
    return all;
  }
}
