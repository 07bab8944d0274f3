package org.openhall.kiosk.screen.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Notice;
import org.openhall.kiosk.screen.browse.EmptyPages;
import org.openhall.kiosk.screen.browse.ListText;
import org.openhall.kiosk.screen.takeaway.TakeawayPane;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.shell.Screen;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.Loading;
import org.openhall.kiosk.widget.PageHeading;
import org.openhall.kiosk.widget.ShownLabel;
import org.openhall.kiosk.widget.Tap;
import org.openhall.kiosk.widget.TouchList;

/** 通知公告: every notice that is effective today, the newest first. */
public final class NoticesView implements Screen {
  private final KioskContext context;
  private final StackPane page = new StackPane();

  /** The screen; it asks for its content at once. */
  public NoticesView(KioskContext context) {
    this.context = context;
    page.setId("notices");
    page.getChildren().add(new Loading(context.text("browse.loading")));
    LocalDate today = LocalDate.now(context.clock());
    context.content().ask(snapshot -> snapshot.notices(today), this::show);
  }

  @Override
  public Region node() {
    return page;
  }

  private void show(Answer<List<Notice>> answer) {
    page.getChildren()
        .setAll(
            switch (answer) {
              case Answer.Given<List<Notice>>(List<Notice> notices) -> listed(notices);
              case Answer.NoContent<List<Notice>> _ -> EmptyPages.noContent(context);
              case Answer.Damaged<List<Notice>> _ -> EmptyPages.damaged(context);
            });
  }

  private Region listed(List<Notice> notices) {
    VBox content = new VBox(new PageHeading(context.text("notices.title"), null));
    content.getStyleClass().add("page");
    if (notices.isEmpty()) {
      EmptyState none =
          new EmptyState(
              Icon.NOTICE, context.text("notices.empty"), context.text("notices.empty.hint"));
      VBox.setVgrow(none, Priority.ALWAYS);
      content.getChildren().add(none);
      return content;
    }
    TouchList<Notice> list = new TouchList<>(this::row);
    list.showFromTop(notices);
    VBox.setVgrow(list, Priority.ALWAYS);
    content.getChildren().add(list);
    return new TakeawayPane(context).show(content, () -> taken(notices));
  }

  private TakenPage taken(List<Notice> notices) {
    return new ListText(context.text("notices.title"), List.of())
        .taken(context, notices.stream().map(this::line).toList());
  }

  private ListText.Row line(Notice notice) {
    return new ListText.Row(
        notice.title(),
        Stream.of(context.text(kindKey(notice.kind())), notice.publisher(), notice.publishedOn())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .toList());
  }

  private Region row(Notice notice) {
    Label title = new ShownLabel(notice.title());
    title.getStyleClass().add("row-title");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    FlowPane notes = new FlowPane(24, 8, new Badge(context.text(kindKey(notice.kind()))));
    if (notice.header().origin().sample()) {
      notes.getChildren().add(new Badge(context.text("sample")));
    }
    notes.getChildren().addAll(note(notice.publisher()), note(notice.publishedOn()));
    VBox row = new VBox(12, title, notes);
    row.setId("notice-" + notice.header().id());
    row.getStyleClass().add("row");
    String id = notice.header().id();
    Tap.on(row, () -> context.navigator().go(new Destination.NoticePage(id)));
    return row;
  }

  private Label note(@Nullable Object value) {
    Label note = new ShownLabel(value == null ? context.text("unstated") : value.toString());
    note.getStyleClass().add("row-note");
    return note;
  }

  private static String kindKey(Notice.Kind kind) {
    return switch (kind) {
      case ANNOUNCEMENT -> "notice.kind.announcement";
      case SCROLLING -> "notice.kind.scrolling";
      case EMERGENCY -> "notice.kind.emergency";
    };
  }
}
