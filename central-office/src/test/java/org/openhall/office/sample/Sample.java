package org.openhall.office.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openhall.content.AnnualReport;
import org.openhall.content.AnnualReportTables;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.office.authored.AuthoredHall;
import org.openhall.office.authored.AuthoredRecord;
import org.openhall.office.authored.HallFolder;
import org.openhall.office.authored.Problem;
import org.openhall.office.text.Messages;

/** The sample's records, read as the office reads them. */
final class Sample {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  private static final Origin ORIGIN = new Origin("示例市政务服务中心", null, "0".repeat(64), AS_OF, true);

  private final List<ContentRecord> records = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  static Sample read() throws IOException, MalformedRecordException {
    Sample sample = new Sample();
    try (HallFolder folder = HallFolder.shipped()) {
      AuthoredHall hall = AuthoredHall.read(folder);
      for (AuthoredRecord record : hall.records()) {
        sample.records.add(record.record(1, ORIGIN));
      }
      for (Problem p : hall.problems()) {
        String what = Messages.of("zh-CN").text(p.trouble());
        sample.problems.add(p.file() + ":" + p.line() + " " + what);
      }
    }
    return sample;
  }

  List<String> problems() {
    return problems;
  }

  List<ContentRecord> all() {
    return records;
  }

  <T extends ContentRecord> List<T> all(Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<Block.Table> tables() {
    List<Block> blocks = new ArrayList<>();
    all(DisclosureEntry.class).forEach(entry -> blocks.addAll(entry.body()));
    all(Notice.class).forEach(notice -> blocks.addAll(notice.body()));
    for (AnnualReport report : all(AnnualReport.class)) {
      blocks.add(AnnualReportTables.proactive(report.proactive()));
      blocks.add(AnnualReportTables.requests(report.requests()));
      blocks.add(AnnualReportTables.disputes(report.disputes()));
    }
    return blocks.stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .toList();
  }
}
