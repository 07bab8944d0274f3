package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.screen.browse.AttachmentRow;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Chip;
import org.openhall.kiosk.widget.ChipBar;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.HighlightedText;
import org.openhall.kiosk.widget.ShownLabel;

/** Draws the sections of one guide. */
final class SectionNodes {
  private final KioskContext context;
  private final @Nullable String words;

  /**
   * Draws for a page.
   *
   * @param words what to mark, or null
   */
  SectionNodes(KioskContext context, @Nullable String words) {
    this.context = context;
    this.words = words;
  }

  Region node(GuideSection section) {
    VBox box = begun(section, Integer.MAX_VALUE);
    if (section.kind() == GuideSection.Kind.CHANNELS) {
      box.getChildren().add(said("guide.channels.law", "guide-small"));
    }
    return box;
  }

  /** A section with so many of its lines; {@link #addRest} adds the others. */
  VBox begun(GuideSection section, int lines) {
    VBox box = new VBox();
    box.setId("guide-section-" + section.kind().key());
    box.getStyleClass().add("guide-section");
    Label title = new ShownLabel(context.text("guide.section." + section.kind().key()));
    title.getStyleClass().add("guide-section-title");
    box.getChildren().add(title);
    switch (section.standing()) {
      case NOT_PROVIDED -> box.getChildren().add(said("fact.missing", "guide-missing"));
      case NONE -> box.getChildren().add(said("guide.none." + section.kind().key(), "guide-none"));
      case GIVEN -> box.getChildren().addAll(lines(section, 0, lines));
    }
    return box;
  }

  /** The lines that {@link #begun} left out. */
  void addRest(VBox box, GuideSection section, int from) {
    box.getChildren().addAll(lines(section, from, Integer.MAX_VALUE));
  }

  private List<Region> lines(GuideSection section, int from, int to) {
    List<Region> lines = new ArrayList<>();
    boolean numbered = section.lines().size() > 1 && section.kind().numbered();
    for (int at = from; at < Math.min(to, section.lines().size()); at++) {
      Region node = line(section.lines().get(at));
      lines.add(numbered ? numbered(at + 1, node) : node);
    }
    return lines;
  }

  private Region line(GuideSection.Line line) {
    return switch (line) {
      case GuideSection.Line.Text(String text) -> text(text, "guide-text");
      case GuideSection.Line.Material(ServiceGuide.Material material, List<String> why) ->
          material(material, why);
      case GuideSection.Line.Step(ServiceGuide.ProcessStep step, List<String> why) ->
          step(step, why);
      case GuideSection.Line.Fee(ServiceGuide.Fee fee, List<String> why) -> fee(fee, why);
      case GuideSection.Line.Window(ServiceGuide.ServiceWindow window) -> window(window);
      case GuideSection.Line.Question(ServiceGuide.Question question) -> question(question);
      case GuideSection.Line.Sample(Attachment file) ->
          new VBox(8, said("guide.result-sample", "guide-small"), new AttachmentRow(context, file));
      case GuideSection.Line.Facts(List<Fact> facts) -> facts(facts);
    };
  }

  private Region numbered(int number, Region node) {
    Label label = new ShownLabel(String.valueOf(number));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setAlignment(Pos.CENTER);
    label.getStyleClass().add("guide-number");
    HBox.setHgrow(node, Priority.ALWAYS);
    HBox row = new HBox(20, label, node);
    row.getStyleClass().add("guide-line");
    return row;
  }

  private Region material(ServiceGuide.Material material, List<String> why) {
    Badge necessity = new Badge(context.text("necessity." + material.necessity().name()));
    necessity.getStyleClass().add("necessity-" + material.necessity().name());
    VBox box = new VBox(8, heading(material.name(), why, necessity));
    List<String> parts = new ArrayList<>();
    parts.add(given("material.form", material.form()));
    Integer copies = material.copies();
    parts.add(
        copies == null
            ? given("material.copies", null)
            : context.text("material.copies.value", copies));
    parts.add(given("material.source", material.source()));
    if (material.specification() != null) {
      parts.add(given("material.specification", material.specification()));
    }
    box.getChildren().add(text(String.join("\u3000", parts), "guide-small"));
    addWhy(box, why);
    addIfGiven(box, material.note(), "guide-small");
    addPair(box, "material.standard", material.standard());
    addPair(box, "material.basis", material.basis());
    if (material.formId() != null) {
      box.getChildren().add(form(material.formId()));
    }
    return box;
  }

  /** A name with its marks, the one for 视情形 included where it does not always apply. */
  private Region heading(String name, List<String> why, Badge... marks) {
    Region title = text(name, "guide-strong");
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox heading = new HBox(16, title);
    if (!why.isEmpty()) {
      Badge depends = new Badge(context.text("guide.depends"));
      depends.getStyleClass().add("guide-depends");
      heading.getChildren().add(depends);
    }
    heading.getChildren().addAll(marks);
    return heading;
  }

  private void addWhy(VBox box, List<String> why) {
    if (!why.isEmpty()) {
      String clauses = String.join(context.text("guide.and"), why);
      box.getChildren().add(text(context.text("guide.when", clauses), "guide-why"));
    }
  }

  private Region form(String formId) {
    Destination page = new Destination.FormPage(formId);
    return chips(
        List.of(
            new Chip(
                "form-" + formId,
                context.text("material.form-page"),
                null,
                false,
                () -> context.navigator().go(page))));
  }

  private Region step(ServiceGuide.ProcessStep step, List<String> why) {
    VBox box = new VBox(8, heading(step.name(), why));
    addWhy(box, why);
    addIfGiven(box, step.description(), "guide-text");
    addPair(box, "step.limit", step.limit());
    addPair(box, "step.handler", step.handler());
    addPair(box, "step.standard", step.standard());
    addPair(box, "step.outcome", step.outcome());
    return box;
  }

  private Region fee(ServiceGuide.Fee fee, List<String> why) {
    VBox box = new VBox(8, heading(fee.name(), why));
    addWhy(box, why);
    box.getChildren()
        .addAll(
            text(given("fee.standard", fee.standard()), "guide-text"),
            text(given("fee.basis", fee.basis()), "guide-small"));
    addPair(box, "fee.reduction", fee.reduction());
    return box;
  }

  private Region window(ServiceGuide.ServiceWindow window) {
    VBox box =
        new VBox(
            16,
            text(window.name(), "guide-strong"),
            facts(
                List.of(
                    new Fact(context.text("window.address"), window.address()),
                    new Fact(context.text("window.hours"), window.hours()),
                    new Fact(context.text("window.phone"), window.phone()))));
    if (!window.windowIds().isEmpty()) {
      box.getChildren().add(chips(window.windowIds().stream().map(this::way).toList()));
    }
    return box;
  }

  private Chip way(String windowId) {
    Destination page = new Destination.Hall(windowId);
    return new Chip(
        "way-" + windowId,
        context.text("window.way", windowId),
        null,
        false,
        () -> context.navigator().go(page));
  }

  private Region question(ServiceGuide.Question question) {
    return new VBox(
        8, text(question.question(), "guide-strong"), text(question.answer(), "guide-text"));
  }

  private Region facts(List<Fact> facts) {
    return new FactTable(facts, context.text("fact.missing"));
  }

  private static Region chips(List<Chip> chips) {
    ChipBar bar = new ChipBar();
    bar.setChips(chips);
    return bar;
  }

  private void addIfGiven(VBox box, @Nullable String text, String style) {
    if (text != null) {
      box.getChildren().add(text(text, style));
    }
  }

  private void addPair(VBox box, String key, @Nullable String value) {
    if (value != null) {
      box.getChildren().add(text(given(key, value), "guide-small"));
    }
  }

  /** A label and its value in one line of text, or the words for a value that is missing. */
  private String given(String key, @Nullable String value) {
    return context.text(
        "pair", context.text(key), value == null ? context.text("fact.missing") : value);
  }

  private Region said(String key, String style) {
    return new HighlightedText(context.text(key), null, style);
  }

  private Region text(String text, String style) {
    return new HighlightedText(text, words, style);
  }
}
