package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.openhall.content.store.Release.TODAY;
import static org.openhall.content.store.Release.header;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordGenerator;

/** What is made of records changes only with the number of the form. */
class SnapshotFormTest {
  /** The form's number, and the hash of all that the records below give under it. */
  private static final String PINNED =
      "4 3c841ba890a59f49acc91bfbb6459e66c692491f4911b72231e3b46073b4db55";

  /** So many have a token in common that it is counted. */
  private static final int CROWD = 260;

  @Test
  void theSameRecordsGiveTheSameTables(@TempDir Path folder) throws IOException, SQLException {
    Path db = folder.resolve("content-7.db");
    records().build(db);
    assertEquals(
        PINNED,
        TableDump.form(db) + " " + TableDump.sha256(db),
        "Rows or tokens come out otherwise than before: raise Workbench.FORM, so that no terminal"
            + " applies a delta to what an older version wrote, and renew the value pinned here."
            + " (A record's new field changes the records of this test as well; it needs a new form"
            + " if any row or token is made of it.)");
  }

  /** Every type with every field, and entries, guides and notices with little in them. */
  private static Release records() {
    Release release =
        Release.directory()
            .guide("g-1", "居民身份证申领", "市公安局", true, "办身份证", "补领ＩＤ卡")
            .guide("g-2", "𬭎县医师执业注册", "市卫生健康局", false)
            .notice(header("n-1", TODAY, TODAY.plusDays(9)), "关于2026年国庆节放假的通知", TODAY);
    RecordGenerator generator = new RecordGenerator(1, true);
    for (Class<? extends ContentRecord> type : RecordGenerator.TYPES) {
      release.with(generator.record(type));
    }
    for (int i = 0; i < CROWD; i++) {
      release.entry("crowd-" + i, "公告第%d号".formatted(i), "食品安全检查公告");
    }
    return release;
  }
}
