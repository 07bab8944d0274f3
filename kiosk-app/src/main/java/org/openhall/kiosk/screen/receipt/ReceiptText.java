package org.openhall.kiosk.screen.receipt;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;
import org.openhall.content.ServiceGuide.Material;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.device.Receipt;
import org.openhall.device.Receipt.Line;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.shell.Terminal;

/** Composes what receipts say. */
public final class ReceiptText {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Messages words;
  private final Terminal terminal;
  private final Clock clock;

  /** Composes in the present language of the terminal. */
  public ReceiptText(KioskContext context) {
    this(context.words(), context.terminal(), context.clock());
  }

  ReceiptText(Messages words, Terminal terminal, Clock clock) {
    this.words = words;
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * The receipt of a visit: who (masked), when, where, and what was read. Its QR code carries what
   * was read and when, nothing of the person.
   */
  public Receipt visit(VisitFacts visit) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line.Heading(words.text("receipt.visit.heading")));
    addPlaceAndTime(lines);
    lines.add(pair("receipt.name", visit.maskedName()));
    lines.add(pair("receipt.number", visit.maskedNumber()));
    lines.add(new Line.Rule());
    addPages(lines, visit.pages());
    addEnd(lines, visit.release(), "receipt.visit.purpose");
    return new Receipt(lines);
  }

  /**
   * A page that was read, with when and where it was printed.
   *
   * @param content what it says
   */
  public Receipt page(String title, List<Line> content, @Nullable ReleaseInfo release) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line.Heading(words.text("receipt.page.heading")));
    lines.add(new Line.Text(title));
    lines.add(new Line.Rule());
    addPlaceAndTime(lines);
    lines.add(new Line.Rule());
    lines.addAll(content);
    addEnd(lines, release, "receipt.page.purpose");
    return new Receipt(lines);
  }

  /** What 一次性告知 says of a matter, line by line, for a code that carries it. */
  public List<String> materialLines(OwnMaterials own) {
    return matterLines(own, materialItems(own)).stream()
        .flatMap(line ->
            switch (line) {
              case Line.Text(String text) -> Stream.of(text);
              case Line.Pair(String label, String value) ->
                  Stream.of(words.text("pair", label, value));
              default -> Stream.of();
            })
        .toList();
  }

  /**
   * 一次性告知: what to bring for a matter, in a person's own case where that is known, with a QR code
   * that carries the same text.
   */
  public Receipt materials(OwnMaterials own, @Nullable ReleaseInfo release) {
    ServiceGuide guide = own.guide();
    List<String> items = materialItems(own);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line.Heading(words.text("receipt.materials.heading")));
    List<String> head = new ArrayList<>(List.of(guide.title()));
    head.addAll(own.answers());
    head.forEach(text -> lines.add(new Line.Text(text)));
    lines.add(new Line.Rule());
    addPlaceAndTime(lines);
    lines.addAll(matterLines(own, items));
    addCode(lines, codeHead(guide, own.answers()), items);
    addEnd(lines, release, "receipt.materials.purpose");
    return new Receipt(lines);
  }

  private static String codeHead(ServiceGuide guide, List<String> answers) {
    String issuer = Objects.requireNonNullElse(guide.departmentName(), "");
    List<String> head = new ArrayList<>(List.of(CodeHead.of(guide.title(), 1, 1, issuer)));
    head.addAll(answers);
    return String.join("\n", head);
  }

  private List<Line> matterLines(OwnMaterials own, List<String> items) {
    List<Line> lines = new ArrayList<>();
    addMatter(lines, own.guide());
    lines.add(new Line.Rule());
    lines.add(new Line.Text(materialsHeading(own)));
    items.forEach(item -> lines.add(new Line.Text(item)));
    addFees(lines, own);
    lines.add(new Line.Rule());
    addWindows(lines, own.guide());
    return lines;
  }

  private void addPlaceAndTime(List<Line> lines) {
    if (!terminal.place().isEmpty()) {
      lines.add(pair("receipt.place", terminal.place()));
    }
    if (!terminal.id().isEmpty()) {
      lines.add(pair("receipt.terminal", terminal.id()));
    }
    lines.add(pair("receipt.time", now()));
  }

  private void addPages(List<Line> lines, List<String> pages) {
    if (pages.isEmpty()) {
      lines.add(new Line.Text(words.text("receipt.pages.none")));
      return;
    }
    lines.add(new Line.Text(words.text("receipt.pages", pages.size())));
    List<String> items = new ArrayList<>();
    for (String page : pages) {
      items.add((items.size() + 1) + ". " + page);
    }
    items.forEach(item -> lines.add(new Line.Text(item)));
    lines.add(new Line.Rule());
    addCode(lines, words.text("receipt.visit.heading") + " " + now(), items);
  }

  private String now() {
    return MINUTE.format(LocalDateTime.now(clock));
  }

  private void addMatter(List<Line> lines, ServiceGuide guide) {
    lines.add(pair("receipt.department", given(guide.departmentName())));
    lines.add(pair("receipt.limit.statutory", given(guide.statutoryLimit())));
    lines.add(pair("receipt.limit.promised", given(guide.promisedLimit())));
  }

  private String materialsHeading(OwnMaterials own) {
    List<Material> materials = own.materials();
    return materials == null
        ? words.text("receipt.materials.unstated")
        : words.text("receipt.materials.count", materials.size());
  }

  private List<String> materialItems(OwnMaterials own) {
    List<Material> materials = own.materials();
    List<String> items = new ArrayList<>();
    if (materials != null) {
      for (Material material : materials) {
        boolean depends = own.answers().isEmpty() && !material.when().isEmpty();
        String mark = depends ? words.text("receipt.depends") : "";
        items.add((items.size() + 1) + ". " + mark + materialItem(material));
      }
    }
    return items;
  }

  private void addFees(List<Line> lines, OwnMaterials own) {
    List<ServiceGuide.Fee> fees = own.fees();
    if (fees == null || fees.isEmpty()) {
      String key = fees == null ? "receipt.unstated" : "guide.none.fees";
      lines.add(pair("receipt.fee", words.text(key)));
      return;
    }
    for (ServiceGuide.Fee fee : fees) {
      lines.add(pair("receipt.fee", words.text("receipt.fee.value", fee.name(), fee.standard())));
    }
  }

  private String materialItem(Material material) {
    List<String> marks = new ArrayList<>();
    if (material.form() != null) {
      marks.add(material.form());
    }
    if (material.copies() != null) {
      marks.add(words.text("receipt.copies", material.copies()));
    }
    marks.add(words.text("receipt.necessity." + material.necessity().name()));
    String note = material.note() == null ? "" : words.text("receipt.note", material.note());
    return words.text("receipt.material", material.name(), String.join(" ", marks)) + note;
  }

  private void addWindows(List<Line> lines, ServiceGuide guide) {
    List<ServiceGuide.ServiceWindow> windows = guide.windows();
    if (windows == null || windows.isEmpty()) {
      lines.add(pair("receipt.window", words.text("receipt.unstated")));
      return;
    }
    for (ServiceGuide.ServiceWindow window : windows) {
      lines.add(pair("receipt.window", window.name()));
      addIfGiven(lines, "receipt.window.address", window.address());
      addIfGiven(lines, "receipt.window.hours", window.hours());
      addIfGiven(lines, "receipt.window.phone", window.phone());
    }
  }

  private void addIfGiven(List<Line> lines, String key, @Nullable String value) {
    if (value != null) {
      lines.add(pair(key, value));
    }
  }

  private void addCode(List<Line> lines, String head, List<String> items) {
    QrText code = QrText.of(head, items, n -> words.text("receipt.qr.omitted", n));
    lines.add(new Line.Qr(code.text()));
    lines.add(
        new Line.Text(
            code.omitted() == 0
                ? words.text("receipt.qr.whole")
                : words.text("receipt.qr.part", code.omitted())));
  }

  private void addEnd(List<Line> lines, @Nullable ReleaseInfo release, String purpose) {
    lines.add(new Line.Rule());
    if (release != null) {
      lines.add(new Line.Text(source(release)));
    }
    lines.add(new Line.Text(words.text(purpose)));
    lines.add(new Line.Feed(2));
  }

  private String source(ReleaseInfo release) {
    String asOf = MINUTE.format(release.publishedAt().atZone(clock.getZone()));
    String number = Long.toString(release.number());
    return words.text("status.source", asOf, release.office(), number)
        + (release.sample() ? words.text("receipt.sample") : "");
  }

  private String given(@Nullable String value) {
    return value == null ? words.text("receipt.unstated") : value;
  }

  private Line pair(String key, String value) {
    return new Line.Pair(words.text(key), value);
  }
}
