package org.openhall.office.desk.tokens;

import java.util.List;
import org.openhall.office.api.SourceVersions;
import org.openhall.office.text.OfficeTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 信息同源: per record, whether the office holds what its source pushed last, and since when not. */
@Controller
public class SourcePage {
  private static final int LINES = 50;

  private final SourceVersions versions;

  SourcePage(SourceVersions versions) {
    this.versions = versions;
  }

  /** A record as a line. */
  record Line(SourceVersions.Version version, String pushed) {}

  @GetMapping("/desk/sources")
  String page(@RequestParam(defaultValue = "") String after, Model model) {
    List<SourceVersions.Version> found = versions.page(after, LINES + 1);
    boolean hasMore = found.size() > LINES;
    List<SourceVersions.Version> shown = hasMore ? found.subList(0, LINES) : found;
    model.addAttribute(
        "versions", shown.stream().map(v -> new Line(v, OfficeTime.minute(v.pushedAt()))).toList());
    model.addAttribute("next", hasMore ? shown.getLast().recordId() : null);
    return "desk/sources/list";
  }
}
