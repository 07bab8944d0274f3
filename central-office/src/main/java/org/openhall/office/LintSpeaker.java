package org.openhall.office;

import java.util.Map;
import org.openhall.office.lint.LintFinding;
import org.openhall.office.lint.LintReport;
import org.openhall.office.lint.Rule;
import org.openhall.office.lint.Severity;
import org.openhall.office.text.Figures;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what the look at the records found, and gives the exit status.
 *
 * @param arguments what was asked for
 * @param console where to speak
 */
record LintSpeaker(Arguments arguments, Console console) {
  private static final int LISTED_WHEN_ASKED = 50;

  /**
   * Says all of it.
   *
   * @param records how many were looked at
   */
  int say(LintReport report, long records, double seconds) {
    boolean asked =
        arguments.option("--rule").isPresent() || arguments.option("--severity").isPresent();
    console.out().println();
    console.print(new LintText(console.messages(), asked ? LISTED_WHEN_ASKED : 0).lines(report));
    console.say(
        "lint.done",
        records,
        Figures.seconds(seconds),
        report.of(Severity.ERROR),
        report.of(Severity.WARNING),
        report.of(Severity.NOTICE),
        report.accepted());
    arguments.option("--csv").ifPresent(file -> console.say("lint.sheet", file));
    if (arguments.wantsJson()) {
      ObjectNode json = json(report);
      console.out().println(json.put("records", records).put("seconds", seconds));
    }
    return report.of(Severity.ERROR) > 0 ? OfficeMain.BAD_INPUT : OfficeMain.DONE;
  }

  private ObjectNode json(LintReport report) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    for (Severity severity : Severity.values()) {
      json.put(severity.code() + "s", report.of(severity));
    }
    json.put("accepted", report.accepted());
    ArrayNode rules = json.putArray("rules");
    ArrayNode findings = json.putArray("findings");
    for (Map.Entry<Rule, LintReport.Figures> entry : report.rules()) {
      String code = entry.getKey().code();
      rules
          .addObject()
          .put("rule", code)
          .put("source", console.messages().text("lint." + code + ".source"))
          .put("findings", entry.getValue().all())
          .put("records", entry.getValue().records());
      entry.getValue().first().forEach(finding -> put(finding, findings.addObject()));
    }
    return json;
  }

  private void put(LintFinding finding, ObjectNode json) {
    json.put("severity", finding.severity().code())
        .put("rule", finding.rule().code())
        .put("record", finding.subject().id())
        .put("department", finding.subject().department())
        .put("field", finding.field())
        .put("text", new LintText(console.messages()).sentence(finding))
        .put("key", finding.key());
  }
}
