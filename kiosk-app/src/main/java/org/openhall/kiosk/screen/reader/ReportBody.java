package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import org.openhall.content.AnnualReport;
import org.openhall.content.AnnualReportTables;
import org.openhall.content.Block;

/** The text of an annual report under the six headings of 国办公开办函〔2021〕30号, in their order. */
final class ReportBody {
  private ReportBody() {}

  static List<Block> of(AnnualReport report) {
    List<Block> body = new ArrayList<>();
    body.add(heading("一、总体情况"));
    body.addAll(report.overview());
    body.add(heading("二、主动公开政府信息情况"));
    body.add(AnnualReportTables.proactive(report.proactive()));
    body.add(heading("三、收到和处理政府信息公开申请情况"));
    body.add(AnnualReportTables.requests(report.requests()));
    body.add(heading("四、政府信息公开行政复议、行政诉讼情况"));
    body.add(AnnualReportTables.disputes(report.disputes()));
    body.add(heading("五、存在的主要问题及改进情况"));
    body.addAll(report.problems());
    body.add(heading("六、其他需要报告的事项"));
    body.addAll(report.others());
    return body;
  }

  private static Block heading(String words) {
    return new Block.Heading(1, words);
  }
}
