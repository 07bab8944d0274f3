package org.openhall.kiosk.screen.notice;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.openhall.content.Block;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.screen.browse.EmptyPages;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.TouchPane;

/** One notice, to be read. */
public final class NoticePageView implements Screen {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String INDENT = "　　";

  private final KioskContext context;
  private final StackPane page = new StackPane();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

  /** A notice, and the release that it is read from. */
  private record Published(Notice notice, ReleaseInfo release) {}

  /** The screen; it asks for the notice at once. */
  public NoticePageView(KioskContext context, String id) {
    this.context = context;
    page.setId("notice-page");
    context
        .content()
        .ask(
            snapshot -> {
              ReleaseInfo release = snapshot.release();
              return snapshot
                  .find(id)
                  .filter(Notice.class::isInstance)
                  .map(found -> new Published((Notice) found, release));
            },
            this::show);
  }

  @Override
  public Region node() {
    return page;
  }

  @Override
  public ObservableValue<String> pageTitle() {
    return title.getReadOnlyProperty();
  }

  private void show(Answer<Optional<Published>> answer) {
    page.getChildren()
        .setAll(
            switch (answer) {
              case Answer.Given<Optional<Published>>(Optional<Published> found) ->
                  found.map(this::read).orElseGet(() -> EmptyPages.missing(context));
              case Answer.NoContent<Optional<Published>> _ -> EmptyPages.noContent(context);
              case Answer.Damaged<Optional<Published>> _ -> EmptyPages.damaged(context);
            });
  }

  private Region read(Published published) {
    Notice notice = published.notice();
    title.set(notice.title());
    VBox facts = new VBox(new FactTable(facts(published), context.text("unstated")));
    facts.getStyleClass().add("card");
    VBox body = new VBox(24);
    notice.body().forEach(block -> body.getChildren().add(paragraph(block)));
    VBox content = new VBox(heading(notice), facts, body);
    content.getStyleClass().add("page");
    return new TouchPane(content);
  }

  private Region heading(Notice notice) {
    PageHeading heading = new PageHeading(notice.title(), null);
    HBox.setHgrow(heading, Priority.ALWAYS);
    HBox line = new HBox(24, heading);
    if (notice.header().origin().sample()) {
      line.getChildren().add(new Badge(context.text("sample")));
    }
    return line;
  }

  private List<Fact> facts(Published published) {
    Notice notice = published.notice();
    String day = notice.publishedOn() == null ? null : notice.publishedOn().toString();
    Origin origin = notice.header().origin();
    String taken = origin.asOf().toString();
    String updated =
        published.release().publishedAt().atZone(context.clock().getZone()).format(MINUTE);
    String revision = Integer.toString(notice.header().revision());
    return List.of(
        new Fact(context.text("notice.publisher"), notice.publisher()),
        new Fact(context.text("notice.date"), day),
        new Fact(
            context.text("fact.source"), context.text("fact.source.as-of", origin.source(), taken)),
        new Fact(
            context.text("fact.version"), context.text("fact.version.value", revision, updated)));
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
      case Block.Image image -> INDENT + image.file().name();
      case Block.AttachedFile attached -> INDENT + attached.file().name();
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
