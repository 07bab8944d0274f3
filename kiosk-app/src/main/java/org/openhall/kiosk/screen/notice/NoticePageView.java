package org.openhall.kiosk.screen.notice;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.Notice;
import org.openhall.kiosk.screen.browse.EmptyPages;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.TouchPane;

/** One notice, to be read. */
public final class NoticePageView implements Screen {
  private static final String INDENT = "　　";

  private final KioskContext context;
  private final StackPane page = new StackPane();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

  /** The screen; it asks for the notice at once. */
  public NoticePageView(KioskContext context, String id) {
    this.context = context;
    page.setId("notice-page");
    context.content().ask(snapshot -> snapshot.find(id), this::show);
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return title.getReadOnlyProperty();
  }

  private void show(Answer<Optional<ContentRecord>> answer) {
    page.getChildren()
        .setAll(
            switch (answer) {
              case Answer.Given<Optional<ContentRecord>>(Optional<ContentRecord> found) ->
                  found
                      .filter(Notice.class::isInstance)
                      .map(record -> read((Notice) record))
                      .orElseGet(() -> EmptyPages.missing(context));
              case Answer.NoContent<Optional<ContentRecord>> _ -> EmptyPages.noContent(context);
              case Answer.Damaged<Optional<ContentRecord>> _ -> EmptyPages.damaged(context);
            });
  }

  private Region read(Notice notice) {
    title.set(notice.title());
    String day = notice.publishedOn() == null ? null : notice.publishedOn().toString();
    VBox facts =
        new VBox(
            new FactTable(
                List.of(
                    new Fact(context.text("notice.publisher"), notice.publisher()),
                    new Fact(context.text("notice.date"), day)),
                context.text("unstated")));
    facts.getStyleClass().add("card");
    VBox body = new VBox(24);
    notice.body().forEach(block -> body.getChildren().add(paragraph(block)));
    VBox content = new VBox(new PageHeading(notice.title(), null), facts, body);
    content.getStyleClass().add("page");
    return new TouchPane(content);
  }

  private Label paragraph(Block block) {
    Label label = new Label(text(block));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(block instanceof Block.Heading ? "section-title" : "body");
    return label;
  }

  private String text(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.text();
      case Block.Paragraph paragraph -> INDENT + paragraph.text();
      case Block.ItemList list -> INDENT + String.join("\n" + INDENT, list.items());
      case Block.Table table -> rows(table);
      case Block.UnknownBlock _ -> context.text("notice.unknown");
    };
  }

  /** A table line by line; notices seldom have one, documents have the reader for theirs. */
  private static String rows(Block.Table table) {
    return table.rows().stream()
        .map(row -> row.cells().stream().map(Block.Cell::text).collect(joining("　")))
        .collect(joining("\n"));
  }
}
